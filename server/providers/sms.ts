import type { OutgoingSms } from "./provider";
import { type LinkSettings, type MessageSource, plainWords, shortened } from "./source";

/** The longest text that Twilio splits into a chain of SMS. */
export const SMS_CHARS_MAX = 1_600;
/** As much as the buttons of a message may take of it. */
const ACTIONS_CHARS_MAX = 1_200;

/** The words of an SMS and, a line each, where its buttons lead. What does not fit is cut from the words. */
export function composeSms(source: MessageSource, settings: LinkSettings): OutgoingSms {
  const { text, actions, viewUrl } = plainWords(source, settings);
  const lines = actions.map(({ label, url }) => `\n${label}: ${url}`).join("");
  const tail = lines.length <= ACTIONS_CHARS_MAX ? lines : `\n${viewUrl}`;
  return { body: shortened(text, SMS_CHARS_MAX - tail.length) + tail };
}
