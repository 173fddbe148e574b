/** Where a rendered text goes, which decides how values inside it are made harmless. */
export type Escape = "markdown" | "subject" | "plain" | "url" | "url-base";

/** Values carry marked characters until the text is complete, so a value captured and printed again is escaped once. */
const MARK_BASE = 0xf700;
const MARKED = /(\\*)([\uf700-\uf77f])/g;
const INLINE_SPECIALS = /[\\`*_[\]()<>&|~]/g;
/** What would begin a list, a heading, a rule or a table where a value starts a line. */
const LINE_OPENERS = /^([^\S\n]*)([-+=#:.])|^([^\S\n]*\d{1,9})(\.)(?=\s|$)/gm;
/** What would turn the author's link behind a value into an image. */
const IMAGE_OPENER = /!$/;
/** Control characters, line separators, and the marks that turn the reading direction around. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const mark = (char: string) => String.fromCharCode(MARK_BASE + char.charCodeAt(0));
const withoutUnseen = (text: string) => text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");

function markMarkdown(text: string): string {
  return withoutUnseen(text)
    .replace(LINE_OPENERS, (line: string) => line.slice(0, -1) + mark(line.slice(-1)))
    .replace(INLINE_SPECIALS, mark)
    .replace(IMAGE_OPENER, mark);
}

/**
 * Make one value harmless for where it goes: no Markdown or HTML syntax in a body, no line break
 * in a subject, nothing that leaves its part of a URL. Finish the whole text with `finishText`.
 */
export function escapeValue(text: string, mode: Escape): string {
  switch (mode) {
    case "markdown":
      return markMarkdown(text);
    case "url":
      return encodeURIComponent(text.toWellFormed());
    case "url-base":
      return text.toWellFormed().replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/gu, encodeURIComponent);
    case "subject":
    case "plain":
      return text;
  }
}

/** Turn a complete rendered text into what is kept: marks into backslash escapes, subjects into one line. */
export function finishText(text: string, mode: Escape): string {
  switch (mode) {
    case "markdown":
      // A backslash the author wrote just before the value already escapes it.
      return text.replace(MARKED, (_, slashes: string, marked: string) => {
        const char = String.fromCharCode(marked.charCodeAt(0) - MARK_BASE);
        return slashes.length % 2 === 1 ? slashes + char : `${slashes}\\${char}`;
      });
    case "subject":
      return withoutUnseen(text).replace(/\s+/g, " ").trim();
    case "plain":
      return withoutUnseen(text);
    case "url":
    case "url-base":
      return text.trim();
  }
}
