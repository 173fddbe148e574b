import { IntlMessageFormat } from "intl-messageformat";
import { Lru } from "@/core/template/lru";
import { formatLocaleOf, languageOf } from "./locale";
import { de } from "./messages/de";
import { en } from "./messages/en";
import type { SentenceCode } from "./messages/sentence-code";
import { marked } from "./sentence-parts";

const COMPILED_MAX = 2_000;

const MESSAGES = { en, de };
type Compiled = { format: IntlMessageFormat; tags: string[] };
const compiled = new Lru<string, Compiled>(COMPILED_MAX);

/** Tags and values share one namespace in ICU, and a slot is named like the value in it. */
const TAG_END = "-slot";
const TAGS = /<(\/?)(\w+)>/g;

/** Values for the slots of one message; every slot it names must be there. */
export type Slots = Record<string, string | number>;

/** Which field of the document each marked slot of a message shows; a slot it leaves out is named as in the message. */
export type Fields = Readonly<Record<string, string>>;

/**
 * Fills one message. Numbers come out in the reader's own locale. With `fields`, what stands in
 * `<slot>…</slot>` keeps its marks, for `sentenceParts`; otherwise those leave no trace.
 */
export function render(
  code: SentenceCode,
  locale: string,
  slots: Slots = {},
  fields?: Fields,
): string {
  const { format, tags } = compiled.through(`${formatLocaleOf(locale)} ${code}`, () =>
    compile(MESSAGES[languageOf(locale)][code], formatLocaleOf(locale)),
  );
  if (tags.length === 0) return String(format.format(slots));
  const marks = tags.map((tag) => {
    const field = fields && (fields[tag] ?? tag);
    const mark = (inner: string[]) => marked(inner.join(""), field);
    return [tag + TAG_END, mark] as const;
  });
  return String(format.format<string>({ ...slots, ...Object.fromEntries(marks) }));
}

function compile(message: string, locale: string): Compiled {
  const tags = [...new Set([...message.matchAll(TAGS)].map(([, , name = ""]) => name))];
  const text = message.replace(TAGS, `<$1$2${TAG_END}>`);
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: tags.length === 0 });
  return { format, tags };
}

const lists = new Lru<string, Intl.ListFormat>(COMPILED_MAX);

/** “A, B and C” or “A, B or C”; `unit` gives “1 day, 4 hours”. */
export function joinList(
  items: string[],
  locale: string,
  type: "conjunction" | "disjunction" | "unit" = "conjunction",
): string {
  const format = lists.through(
    `${formatLocaleOf(locale)} ${type}`,
    () => new Intl.ListFormat(formatLocaleOf(locale), { type, style: "long" }),
  );
  return format.format(items);
}

/** `yes` or `no`, for the selects that leave a part of a sentence out. */
export const flag = (present: boolean): "yes" | "no" => (present ? "yes" : "no");
