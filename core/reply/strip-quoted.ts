import { wholeCharacters } from "@/core/text";

/** Nothing past this is looked at or kept: a reply is short, what it answers to may be long. */
export const FULL_CHARS_MAX = 64_000;
/** What is kept of the words somebody wrote themselves. */
export const OWN_CHARS_MAX = 10_000;

const ATTRIBUTION_LINES_MAX = 4;
const ATTRIBUTION_CHARS_MAX = 400;
const HEADER_LINES = 6;

const INVISIBLE = /[\u200B-\u200F\u2060-\u2064\uFEFF\u00AD]/g;
const BLANKS = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;

const QUOTED = /^\s{0,3}[>|]/;
/** "-- " alone: what follows is a signature (RFC 3676). */
const SIGNATURE = /^--\s?$/;
const RULE = /^[-_=*~\s]{3,}$/;
const FOOTER =
  /^(?:sent (?:from|via|with|using) |get outlook for |gesendet (?:von|mit|aus|über) |von meinem .{1,60} gesendet|diese nachricht wurde von meinem .{1,80} gesendet|outlook für .{1,20} (?:beziehen|herunterladen)|holen sie sich outlook|yahoo mail auf|envoyé (?:de|depuis) )/i;
const DIVIDER =
  /^[-_*=\s]{0,20}(?:original message|original-nachricht|originalnachricht|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht|begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|reply message|message d'origine|mensaje original|messaggio originale)[-_*=:\s]{0,20}$/i;
const HEADER =
  /^\s{0,3}\*{0,2}(?:from|von|de|sent|gesendet|date|datum|to|an|cc|subject|betreff|reply-to|antwort an)\s?:\*{0,2}\s?\S/i;
const OPENS = /^(?:on|am|le|el|il|em|op|den)\s/i;
const WROTE =
  /(?:^|\s)(?:wrote|schrieb|geschrieben|écrit|escribió|scritto|escreveu|schreef|skrev)(?:[\s:]|$)/i;
/** A name, an address and a verb: what some programs write without a date in front. */
const NAMED = /<[^<>\s]{1,200}@[^<>\s]{1,200}>/;

/**
 * The words somebody wrote themselves: without the mail they answer to, the signature below `--` and
 * the line of a phone. Works on plain text, line by line in one pass, so that no text takes long.
 * Gives at most `OWN_CHARS_MAX` characters; an empty text where nothing of their own is left.
 */
export function stripQuoted(text: string): string {
  const lines = linesOf(text);
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (QUOTED.test(line) || FOOTER.test(line.trim())) continue;
    if (SIGNATURE.test(line) || DIVIDER.test(line) || isHeaderBlock(lines, i)) break;
    const attribution = attributionAt(lines, i);
    if (attribution > 0) {
      // Answers below or between quoted lines are still to come; without such lines all that follows is quoted.
      if (!QUOTED.test(nextWords(lines, i + attribution))) break;
      i += attribution - 1;
      continue;
    }
    kept.push(line);
  }
  while (kept.length > 0 && isEmpty(kept.at(-1) ?? "")) kept.pop();
  while (kept.length > 0 && isEmpty(kept[0] ?? "")) kept.shift();
  return wholeCharacters(kept.join("\n").replace(/\n{3,}/g, "\n\n"), OWN_CHARS_MAX);
}

const linesOf = (text: string): string[] =>
  text
    .slice(0, FULL_CHARS_MAX)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(INVISIBLE, "")
    .replace(BLANKS, " ")
    .split("\n")
    .map((line) => (SIGNATURE.test(line) ? line : line.trimEnd()));

const isEmpty = (line: string): boolean => line.trim() === "" || RULE.test(line);

function nextWords(lines: readonly string[], from: number): string {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trim() !== "") return line;
  }
  return "";
}

/** Two lines of a mail's head together, as Outlook writes above what it quotes. */
function isHeaderBlock(lines: readonly string[], from: number): boolean {
  if (!HEADER.test(lines[from] ?? "")) return false;
  let heads = 0;
  for (const line of lines.slice(from, from + HEADER_LINES)) if (HEADER.test(line)) heads += 1;
  return heads >= 2;
}

/** How many lines say who wrote what follows ("On … wrote:", "Am … schrieb …:"); 0 for none. */
function attributionAt(lines: readonly string[], from: number): number {
  const first = (lines[from] ?? "").trim();
  const opens = OPENS.test(first);
  if (!opens && !WROTE.test(first) && !NAMED.test(first)) return 0;
  let said = "";
  for (let count = 1; count <= ATTRIBUTION_LINES_MAX; count++) {
    const line = (lines[from + count - 1] ?? "").trim();
    if (line === "") return 0;
    said = said === "" ? line : `${said} ${line}`;
    if (said.length > ATTRIBUTION_CHARS_MAX) return 0;
    if (!said.endsWith(":") || !WROTE.test(said)) continue;
    // Without a moment or an address it may be somebody's own sentence, unless a quotation follows at once.
    const isSure = (opens && /\d|@/.test(said)) || NAMED.test(said);
    return isSure || QUOTED.test(lines[from + count] ?? "") ? count : 0;
  }
  return 0;
}
