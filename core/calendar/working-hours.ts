import { SCAN_DAYS_MAX } from "@/core/calendar/business-days";
import { type CivilDay, dayOf, weekdayOf } from "@/core/calendar/civil";
import { type Interval, intervalOn } from "@/core/calendar/local-window";
import { isWorkedOn, type ResolvedCalendar } from "@/core/calendar/work-calendar";
import { toCivil } from "@/core/calendar/zone-offset";
import type { Instant } from "@/core/time";

/**
 * The moment at which `ms` of working time have passed since `at`, in the calendar's own zone:
 * Friday 16:00 + 10 h at 9–17 is Tuesday 10:00. Exactly used up at closing time gives closing time.
 * 0 gives the next working moment. Null when ten years hold less working time.
 */
export function addWorkingTime(
  at: Instant,
  ms: number,
  calendar: ResolvedCalendar,
): Instant | null {
  let left = ms;
  return scan(at, calendar, (start, end) => {
    if (left <= end - start) return start + left;
    left -= end - start;
    return null;
  });
}

/** The first moment at or after `at` within working hours. Null when there is none in ten years. */
export const nextWorkingMoment = (at: Instant, calendar: ResolvedCalendar): Instant | null =>
  scan(at, calendar, (start) => start);

/** Working time from `a` to `b` in ms, at most that of the first ten years; 0 when `b` is not later. */
export function workingMsBetween(a: Instant, b: Instant, calendar: ResolvedCalendar): number {
  let sum = 0;
  scan(a, calendar, (start, end) => {
    if (start >= b) return b;
    sum += Math.min(end, b) - start;
    return null;
  });
  return sum;
}

/**
 * `workingMsBetween` from any moment at or after `from` up to `to`, for many of them: the hours are gone
 * through once.
 */
export function workingMsUpTo(
  from: Instant,
  to: Instant,
  calendar: ResolvedCalendar,
): (at: Instant) => number {
  const spans: Interval[] = [];
  scan(from, calendar, (start, end) => {
    if (start >= to) return to;
    spans.push({ start, end: Math.min(end, to) });
    return null;
  });
  const after: number[] = [];
  spans.reduceRight((sum, { start, end }, i) => {
    after[i] = sum;
    return sum + end - start;
  }, 0);
  return (at) => {
    const place = firstEndingAfter(spans, at);
    const span = spans[place];
    return span ? span.end - Math.max(span.start, at) + (after[place] ?? 0) : 0;
  };
}

function firstEndingAfter(spans: readonly Interval[], at: Instant): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Shows `visit` the working intervals from `at` on, in order and never overlapping, until it answers. */
function scan(
  at: Instant,
  calendar: ResolvedCalendar,
  visit: (start: Instant, end: Instant) => Instant | null,
): Instant | null {
  // Yesterday's last hours may reach into today.
  const first = dayOf(toCivil(at, calendar.timeZone)) - 1;
  let seen = at;
  for (let day = first; day <= first + SCAN_DAYS_MAX; day++) {
    for (const { start, end } of intervalsOn(day, calendar)) {
      if (end <= seen) continue;
      const answer = visit(Math.max(start, seen), end);
      if (answer !== null) return answer;
      seen = end;
    }
  }
  return null;
}

function intervalsOn(day: CivilDay, calendar: ResolvedCalendar): Interval[] {
  if (!isWorkedOn(calendar, day)) return [];
  const weekday = weekdayOf(day);
  return calendar.hours
    .filter(({ days }) => days.includes(weekday))
    .map((span) => intervalOn(day, span, calendar.timeZone))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}
