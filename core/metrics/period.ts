import { civilAt, dayOf, parseDate } from "@/core/calendar/civil";
import { parseMoment } from "@/core/calendar/zone";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, type Instant } from "@/core/time";

export const PERIOD_DAYS_MAX = 366;
const PERIOD_DAYS_DEFAULT = 30;

/** From `from` up to, not including, `to`. */
export type Period = { from: Instant; to: Instant };

type Asked = { from?: string | undefined; to?: string | undefined };

/**
 * The time a report is about. A bare date begins with its first moment in `zone`, as `to` it is included
 * whole. Without `to` up to now; without `from` the 30 days before. A refusal names the field.
 */
export function periodOf(
  { from, to }: Asked,
  zone: string,
  now: Instant,
): Period | { refused: { path: "from" | "to"; message: string } } {
  const refuse = (path: "from" | "to", message: string) => ({ refused: { path, message } });
  const end = to === undefined ? now : edge(to, zone, 1);
  if (end === null) return refuse("to", 'is no moment or date such as "2026-09-30"');
  const start = from === undefined ? daysBefore(end, zone) : edge(from, zone, 0);
  if (start === null) return refuse("from", 'is no moment or date such as "2026-09-01"');
  if (start >= end) return refuse("from", "must lie before `to`");
  if (end - start > (PERIOD_DAYS_MAX + 1) * DAY_MS) {
    return refuse("from", `must lie at most ${PERIOD_DAYS_MAX} days before \`to\``);
  }
  return { from: start, to: end };
}

function edge(text: string, zone: string, dayLater: 0 | 1): Instant | null {
  const day = parseDate(text);
  return day === null ? parseMoment(text, zone) : fromCivil(civilAt(day + dayLater, 0), zone);
}

/** Whole local days, the one of `end` among them. */
const daysBefore = (end: Instant, zone: string): Instant =>
  fromCivil(civilAt(dayOf(toCivil(end - 1, zone)) - PERIOD_DAYS_DEFAULT + 1, 0), zone);
