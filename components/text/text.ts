import { IntlMessageFormat } from "intl-messageformat";
import type { ReactNode } from "react";
import { formatLocaleOf } from "@/core/sentence/locale";
import type { Messages, TextKey } from "./messages";

type Slot = string | number | Date;
export type Slots = Record<string, Slot>;
export type RichSlots = Record<string, Slot | ReactNode | ((inner: ReactNode[]) => ReactNode)>;

export type Text = {
  (key: TextKey, slots?: Slots): string;
  /** For messages with tags (`<b>…</b>`) or slots that are elements. */
  rich(key: TextKey, slots: RichSlots): ReactNode;
};

const formats = new WeakMap<Messages, Map<string, IntlMessageFormat>>();

function formatOf(messages: Messages, locale: string, key: TextKey): IntlMessageFormat {
  const known = formats.get(messages) ?? new Map<string, IntlMessageFormat>();
  formats.set(messages, known);
  const name = `${locale} ${key}`;
  const format = known.get(name) ?? new IntlMessageFormat(messageOf(messages, key), locale);
  known.set(name, format);
  return format;
}

function messageOf(messages: Messages, key: TextKey): string {
  const [area = "", name = ""] = key.split(".");
  const texts = messages[area as keyof Messages] as Readonly<Record<string, string>>;
  const text = texts[name];
  if (text === undefined) throw new Error(`There is no text ${key}.`);
  return text;
}

/** Fills the messages of one language; numbers and dates come out in the reader's locale. */
export function textOf(messages: Messages, locale: string): Text {
  const formatLocale = formatLocaleOf(locale);
  const text = (key: TextKey, slots: Slots = {}) =>
    String(formatOf(messages, formatLocale, key).format(slots));
  const rich = (key: TextKey, slots: RichSlots) =>
    formatOf(messages, formatLocale, key).format<ReactNode>(
      slots as Record<string, ReactNode>,
    ) as ReactNode;
  return Object.assign(text, { rich });
}
