/** A piece of a sentence: bare words, or a slot with the path of the field it shows. */
export type SentencePart = { text: string } | { slot: string; text: string };

/** Control characters, which no text of a document keeps in a sentence. */
const [OPEN, SAYS, CLOSE] = ["\u0001", "\u0002", "\u0003"];
const MARKED = new RegExp(`${OPEN}([^${SAYS}]*)${SAYS}([^${CLOSE}]*)${CLOSE}`, "g");

/** Text with the marks of its slot around it; without a field, as it is. */
export const marked = (text: string, field: string | undefined): string =>
  field === undefined ? text : `${OPEN}${field}${SAYS}${text}${CLOSE}`;

/** A marked sentence in its parts, none of them empty. */
export function sentenceParts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let from = 0;
  for (const match of sentence.matchAll(MARKED)) {
    const [whole, slot = "", text = ""] = match;
    if (match.index > from) parts.push({ text: sentence.slice(from, match.index) });
    if (text !== "") parts.push({ slot, text });
    from = match.index + whole.length;
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from) });
  return parts;
}
