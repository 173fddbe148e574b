import { parseMoment } from "@/core/calendar/zone";
import { formatLocaleOf } from "@/core/sentence/locale";

const CHARS_MAX = 60;

/** A value as an example beside a field's name: a date as a date, a number as the reader writes it. */
export function exampleText(value: unknown, locale: string): string {
  const tag = formatLocaleOf(locale);
  if (typeof value === "number") return new Intl.NumberFormat(tag).format(value);
  if (typeof value !== "string") return shortened(JSON.stringify(value) ?? "");
  const at = parseMoment(value, "UTC");
  if (at === null) return shortened(value);
  const time = value.length > DATE_CHARS ? ({ timeStyle: "short" } as const) : {};
  return new Intl.DateTimeFormat(tag, { dateStyle: "medium", ...time, timeZone: "UTC" }).format(at);
}

const DATE_CHARS = 10;

const shortened = (text: string) =>
  text.length > CHARS_MAX ? `${text.slice(0, CHARS_MAX - 1)}…` : text;
