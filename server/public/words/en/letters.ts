import type { LetterWords } from "../types/letters";

const notYou = (what: string) => `You did not ask for this? Then there is nothing to do: ${what}`;

export const letters: LetterWords = {
  fresh: (sender, days) => ({
    subject: `Your link to the message settings of ${sender}`,
    text: `Here is the fresh link to what you get from ${sender}. It works for ${days} days. Do not pass it on: whoever has it can change your settings.`,
    button: "Open message settings",
    footer: notYou("nothing was changed."),
  }),
  code: (sender, code, minutes) => ({
    subject: `${code} is your code for ${sender}`,
    text: `Enter this code on the page where you asked for it. ${sender} then writes to this address. The code works for ${minutes} minutes.`,
    footer: notYou("without the code this address is not used. Tell nobody the code."),
  }),
  codeSms: (sender, code, minutes) =>
    `${sender}: your code is ${code}. It works for ${minutes} minutes. Tell nobody.`,
  changed: (sender, address) => ({
    subject: `${sender} no longer writes to this address`,
    text: `On the settings page your address was changed: messages of ${sender} go to ${address} from now on. Links in earlier messages no longer work.`,
    footer: `This was not you? Tell ${sender} at once.`,
  }),
  changedSms: (sender) =>
    `${sender}: your number was changed, messages go to the new one from now on. Not you? Tell ${sender} at once.`,
};
