import type { Messages } from "./messages";

/** A made-up language of accented English, 40 % longer: shows words that are not translated and boxes that are too small. */
export const PSEUDO_LOCALE = "en-XA";

export const isPseudo = (locale: string): boolean =>
  locale === PSEUDO_LOCALE || locale.startsWith(`${PSEUDO_LOCALE}-`);

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "åƀçďéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĎÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
const accents = new Map([...PLAIN].map((letter, i) => [letter, [...ACCENTED][i] ?? letter]));
const LONGER_BY = 0.4;

/** Accents the words and leaves ICU arguments, their branches' keywords and tags alone. */
export function pseudoText(text: string): string {
  let depth = 0;
  let inTag = false;
  const accented = [...text].map((letter) => {
    if (letter === "{") depth += 1;
    if (letter === "}") depth -= 1;
    if (letter === "<") inTag = true;
    if (letter === ">") inTag = false;
    return depth > 0 || inTag ? letter : (accents.get(letter) ?? letter);
  });
  return `[${accented.join("")}${"~".repeat(Math.ceil(text.length * LONGER_BY))}]`;
}

/** Every text of a language in the pseudo-locale. */
export function pseudo(messages: Messages): Messages {
  const areas = Object.entries(messages).map(([area, texts]) => [
    area,
    Object.fromEntries(
      Object.entries(texts as Record<string, string>).map(([key, text]) => [key, pseudoText(text)]),
    ),
  ]);
  return Object.fromEntries(areas) as Messages;
}
