type Letter = { subject: string; text: string; footer: string };

/** What is sent to a person outside of any case. */
export type LetterWords = {
  fresh: (sender: string, days: number) => Letter & { button: string };
  code: (sender: string, code: string, minutes: number) => Letter;
  codeSms: (sender: string, code: string, minutes: number) => string;
  /** To the address that was replaced. */
  changed: (sender: string, address: string) => Letter;
  changedSms: (sender: string) => string;
};
