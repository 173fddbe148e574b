import { IntlMessageFormat } from "intl-messageformat";
import { Lru } from "@/core/template/lru";
import { formatLocaleOf, languageOf } from "./locale";
import { de } from "./messages/de";
import { en } from "./messages/en";
import type { SentenceCode } from "./messages/sentence-code";

const COMPILED_MAX = 2_000;

const MESSAGES = { en, de };
const compiled = new Lru<string, IntlMessageFormat>(COMPILED_MAX);

/** Values for the slots of one message; every slot it names must be there. */
export type Slots = Record<string, string | number>;

/** Fills one message. Numbers come out in the reader's own locale. */
export function render(code: SentenceCode, locale: string, slots: Slots = {}): string {
  const format = compiled.through(`${formatLocaleOf(locale)} ${code}`, () => {
    const text = MESSAGES[languageOf(locale)][code];
    return new IntlMessageFormat(text, formatLocaleOf(locale), undefined, { ignoreTag: true });
  });
  return String(format.format(slots));
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
