/** Text from outside as a database takes it: no NUL, no half characters. */
export const storableText = (text: string): string => text.replaceAll("\0", "").toWellFormed();

/** A text cut to a number of UTF-16 units, never inside a character. */
export function wholeCharacters(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  return text.slice(0, charsMax).replace(/[\uD800-\uDBFF]$/, "");
}
