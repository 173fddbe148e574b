import { z } from "zod";
import { dayOf, weekdayOf } from "@/core/calendar/civil";
import {
  type Interval,
  intervalOn,
  LocalWindow,
  type TimeSpan,
  WINDOWS_MAX,
} from "@/core/calendar/local-window";
import { toCivil } from "@/core/calendar/zone-offset";
import type { Instant } from "@/core/time";

/** When a person wants no messages, in their own zone. */
export const QuietHours = z.array(LocalWindow).max(WINDOWS_MAX);
export type QuietHours = z.infer<typeof QuietHours>;

/** Two weeks: quiet hours that leave no gap by then never do, even if a clock change hid one. */
const QUIET_SCAN_DAYS = 15;
/** A day the zone left out cannot hold the window; the one after it does. */
const WINDOW_SCAN_DAYS = 3;

export function isQuiet(at: Instant, quiet: QuietHours, zone: string): boolean {
  return quietIntervals(at, quiet, zone, 0).some(({ start, end }) => start <= at && at < end);
}

/** The first moment at or after `at` that is not quiet: `at` itself when it is not. Null when quiet hours never end. */
export function endOfQuiet(at: Instant, quiet: QuietHours, zone: string): Instant | null {
  if (!isQuiet(at, quiet, zone)) return at;
  const intervals = quietIntervals(at, quiet, zone, QUIET_SCAN_DAYS);
  let moment = at;
  for (const { start, end } of intervals) {
    if (start > moment) return moment;
    if (end > moment) moment = end;
  }
  // Past the last interval looked at, nothing is known.
  return isQuiet(moment, quiet, zone) ? null : moment;
}

/**
 * The first moment at or after `at` inside a window that opens every day, such as 08:00–20:00.
 * A window whose `to` is not later than its `from` crosses midnight.
 */
export function nextInWindow(at: Instant, window: TimeSpan, zone: string): Instant {
  const today = dayOf(toCivil(at, zone));
  for (let day = today - 1; day <= today + WINDOW_SCAN_DAYS; day++) {
    const { start, end } = intervalOn(day, window, zone);
    if (start < end && at < end) return Math.max(at, start);
  }
  throw new Error(`No ${window.from}–${window.to} within ${WINDOW_SCAN_DAYS} days in ${zone}`);
}

/** From yesterday, whose window may reach into today, to `daysAhead`; in order of their start. */
function quietIntervals(
  at: Instant,
  quiet: QuietHours,
  zone: string,
  daysAhead: number,
): Interval[] {
  const today = dayOf(toCivil(at, zone));
  const intervals: Interval[] = [];
  for (let day = today - 1; day <= today + daysAhead; day++) {
    const weekday = weekdayOf(day);
    for (const window of quiet) {
      if (window.days.includes(weekday)) intervals.push(intervalOn(day, window, zone));
    }
  }
  return intervals.sort((a, b) => a.start - b.start);
}
