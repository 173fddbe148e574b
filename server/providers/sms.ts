import type { OutgoingSms } from "./provider";
import { type LinkSettings, type MessageSource, plainWords, shortened } from "./source";

/** The longest text that Twilio splits into a chain of SMS. */
export const SMS_CHARS_MAX = 1_600;
/** As much as the buttons of a message may take of it. */
const ACTIONS_CHARS_MAX = 1_200;

/** The words of an SMS and, a line each, where its buttons lead. What does not fit is cut from the words. A list leads to its page. */
export function composeSms(source: MessageSource, settings: LinkSettings): OutgoingSms {
  const { title, text, actions, viewUrl, isList } = plainWords(source, settings);
  const lines = actions.map(({ label, url }) => `\n${label}: ${url}`).join("");
  const tail = !isList && lines.length <= ACTIONS_CHARS_MAX ? lines : `\n${viewUrl}`;
  const words = isList ? `${title}:\n${text}` : text;
  return { body: shortened(words, SMS_CHARS_MAX - tail.length) + tail };
}
