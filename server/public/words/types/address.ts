/** An address on the preference page, and how to give another. */
export type AddressWords = {
  title: string;
  heading: Record<Way, string>;
  none: Record<Way, string>;
  change: Record<Way, string>;
  add: Record<Way, string>;
  field: Record<Way, string>;
  hint: Record<Way, string>;
  sendCode: string;
  invalid: Record<Way, string>;
  codeSent: (address: string, minutes: number) => string;
  codeField: string;
  confirm: string;
  again: string;
  wrong: (left: number) => string;
  over: string;
  tooMany: string;
  doneTitle: string;
  done: (address: string) => string;
  oldLinks: string;
  back: string;
};

type Way = "email" | "sms";
