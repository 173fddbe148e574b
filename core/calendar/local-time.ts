import { z } from "zod";
import { civilAt, dayOf, minuteOfDay } from "@/core/calendar/civil";
import { dayExists, fromCivil, toCivil } from "@/core/calendar/zone-offset";
import type { Instant } from "@/core/time";

/** "HH:MM" on a 24-hour clock. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Not a time of day: write "09:00" or "17:30"' })
  .meta({ description: "Time of day, HH:MM", examples: ["09:00"] });

/** As `LocalTime`, and "24:00" for the end of the day. */
export const LocalEndTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
    error: 'Not a time of day: write "17:30", or "24:00" for midnight at the end of the day',
  })
  .meta({ description: "Time of day, HH:MM, up to 24:00", examples: ["17:00"] });

/** A day the zone left out and a day to go on to, beside yesterday, today and tomorrow. */
const DAYS_AHEAD_MAX = 3;

/**
 * `same_day`: the moment the clock shows `time` on the local date of `at`, before or after it.
 * `next`: the first such moment at or after `at`.
 * Each local date has exactly one: a skipped time moves to the next valid minute, and of a time
 * shown twice only the first counts. Takes text that `LocalTime` accepted.
 */
export function atLocalTime(
  at: Instant,
  time: string,
  zone: string,
  mode: "next" | "same_day",
): Instant {
  const minute = minuteOfDay(time);
  const today = dayOf(toCivil(at, zone));
  if (mode === "same_day") return fromCivil(civilAt(today, minute), zone);
  // Yesterday counts: a time skipped just before midnight moves to the first minute of today.
  for (let day = today - 1; day <= today + DAYS_AHEAD_MAX; day++) {
    const moment = fromCivil(civilAt(day, minute), zone);
    if (moment >= at && dayExists(day, zone)) return moment;
  }
  throw new Error(`No ${time} within ${DAYS_AHEAD_MAX} days in ${zone}`);
}
