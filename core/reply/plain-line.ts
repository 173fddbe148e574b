/** A line longer than this is no short answer. */
export const LINE_CHARS_MAX = 80;
/** Words after the greeting and before the regards: more lines than these are a letter. */
const LINES_LOOKED_AT_MAX = 12;
const LETTERS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", é: "e", è: "e" };

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|gruess gott|liebe[rs]?|sehr geehrte[rs]?)(?: [^\s]{1,20}){0,5}\s?[,.!:-]*$/;
const REGARDS =
  /^(?:(?:(?:best|kind|warm|many|with)\s)*(?:regards|wishes|greetings)|best|br|cheers|thanks|thank you|many thanks|thx|sincerely|yours|(?:mit )?(?:freundlich|best|viel|lieb|herzlich|schoen)[a-z]{0,3} gr(?:ue|u)(?:ss|s)[a-z]{0,2}|mfg|lg|vg|bg|gruss|gruesse|danke|vielen dank|besten dank)(?:[\s,.!-][^.?!]{0,30})?[,.!-]*$/;

/**
 * A text as the grammars read it: small letters without accents, one kind of apostrophe and space,
 * without pictures and invisible signs.
 */
export const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[“”„«»"]/g, "")
    .replace(/[–—‐‑]/g, "-")
    .replace(/[äöüßéè]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Cf}|\uFE0F|\u20E3/gu, " ")
    .replace(/[^\S\n]+/g, " ");

/**
 * The one short line that an answer consists of, between a greeting and regards; null for a text that
 * has none, or more to say. `name` is of whoever wrote it, who may have signed with it.
 */
export function plainLine(text: string, name: string | null = null): string | null {
  const lines = plainText(text)
    .split("\n", LINES_LOOKED_AT_MAX + 1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length > 1 && GREETING.test(lines[0] ?? "")) lines.shift();
  const names = new Set(wordsOf(plainText(name ?? "")));
  const isEnd = (line: string) => REGARDS.test(line) || isOf(names, line);
  const end = lines.findIndex((line, i) => i > 0 && isEnd(line));
  const said = end < 0 ? lines : lines.slice(0, end);
  const [line] = said;
  return said.length === 1 && line !== undefined && line.length <= LINE_CHARS_MAX ? line : null;
}

const wordsOf = (text: string): string[] => text.split(/[\s,.-]+/).filter((word) => word !== "");

function isOf(names: ReadonlySet<string>, line: string): boolean {
  const words = wordsOf(line);
  return words.length > 0 && words.every((word) => names.has(word));
}
