import { DAY_MS } from "@/core/time";

const MONDAY = Date.UTC(2024, 0, 1);
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** `Mon–Fri` or `Mon, Wed`, in the reader's language. */
export function daysText(days: readonly string[], locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const at = days.map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b);
  const nameOf = (day: number) => name.format(MONDAY + day * DAY_MS);
  const [first, last] = [at[0], at.at(-1)];
  if (
    first !== undefined &&
    last !== undefined &&
    at.length > 2 &&
    last - first === at.length - 1
  ) {
    return `${nameOf(first)}–${nameOf(last)}`;
  }
  return new Intl.ListFormat(locale, { type: "unit" }).format(at.map(nameOf));
}
