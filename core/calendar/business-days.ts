import { type CivilDay, dayOf } from "@/core/calendar/civil";
import { isWorkedOn, type ResolvedCalendar, resolveCalendar } from "@/core/calendar/work-calendar";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, type Instant } from "@/core/time";

/** Ten years: a calendar that has too few business days in it gives null instead of a search without end. */
export const SCAN_DAYS_MAX = 3_653;

/** Monday to Friday, 9 to 17, no holidays: what holds until a workspace sets its own. */
export const DEFAULT_CALENDAR: ResolvedCalendar = resolveCalendar(
  {
    timeZone: "UTC",
    hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" }],
    holidays: { country: null, extra: [], except: [] },
  },
  [],
);

/**
 * The same wall time `n` business days later (earlier when negative). The day of `at` itself is
 * never counted, so from a Saturday +1 is Monday; 0 is `at`. Days are local dates in `zone`.
 * Null when ten years of the calendar hold too few business days.
 */
export function addBusinessDays(
  at: Instant,
  n: number,
  zone: string,
  calendar: ResolvedCalendar,
): Instant | null {
  if (n === 0) return at;
  const civil = toCivil(at, zone);
  const day = stepDays(dayOf(civil), n, calendar);
  return day === null ? null : onDay(day, civil, zone);
}

/** `at` itself on a business day, else the same wall time on the nearest one in that direction. Null as above. */
export function rollToBusinessDay(
  at: Instant,
  zone: string,
  calendar: ResolvedCalendar,
  direction: "earlier" | "later",
): Instant | null {
  const civil = toCivil(at, zone);
  if (isWorkedOn(calendar, dayOf(civil))) return at;
  const day = stepDays(dayOf(civil), direction === "later" ? 1 : -1, calendar);
  return day === null ? null : onDay(day, civil, zone);
}

function stepDays(from: CivilDay, n: number, calendar: ResolvedCalendar): CivilDay | null {
  const step = Math.sign(n);
  let left = Math.abs(n);
  for (let scanned = 1; scanned <= SCAN_DAYS_MAX; scanned++) {
    const day = from + scanned * step;
    if (isWorkedOn(calendar, day)) left -= 1;
    if (left === 0) return day;
  }
  return null;
}

const onDay = (day: CivilDay, civil: number, zone: string): Instant =>
  fromCivil(civil + (day - dayOf(civil)) * DAY_MS, zone);
