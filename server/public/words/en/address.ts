import type { AddressWords } from "../types/address";

export const address: AddressWords = {
  title: "Where we reach you",
  heading: { email: "Email address", sms: "Phone number" },
  none: { email: "No email address on file", sms: "No phone number on file" },
  change: { email: "Change email address", sms: "Change phone number" },
  add: { email: "Add an email address", sms: "Add a phone number" },
  field: { email: "New email address", sms: "New phone number" },
  hint: {
    email: "We send a code there.",
    sms: "With country code: +49 30 123456. We send a code there.",
  },
  sendCode: "Send code",
  invalid: {
    email: "Write an email address, such as name@example.com.",
    sms: "Write the number with its country code, such as +49 30 123456.",
  },
  codeSent: (to, minutes) =>
    `If messages can reach ${to}, a code of 6 digits is on its way there. It works for ${minutes} minutes.`,
  codeField: "Code",
  confirm: "Confirm",
  again: "Another address",
  wrong: (left) =>
    left === 1
      ? "That is not the code. 1 try is left."
      : `That is not the code. ${left} tries are left.`,
  over: "This code does not work any more. Ask for a new one.",
  tooMany: "Codes were asked for too often. Try again in an hour; nothing was changed.",
  doneTitle: "Changed",
  done: (to) => `From now on we reach you at ${to}.`,
  oldLinks: "Links in earlier messages do not work any more.",
  back: "Back to your settings",
};
