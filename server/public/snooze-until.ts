import { dateText, dayOf, parseDate, weekdayOf } from "@/core/calendar/civil";
import { atLocalTime } from "@/core/calendar/local-time";
import { endOfDay, localDate } from "@/core/calendar/zone";
import { PUT_OFF_DAYS_MAX } from "@/core/contracts/inbox";
import type { Instant } from "@/core/time";

export const SNOOZE_TIME = "09:00";

export const SNOOZE_PRESETS = ["tomorrow", "next_week"] as const;
export type SnoozePreset = (typeof SNOOZE_PRESETS)[number];

const dayNumber = (date: string): number => parseDate(date) ?? dayOf(0);

/** `next_week` is the next Monday that is not tomorrow already. */
function presetDay(preset: SnoozePreset, today: number): number {
  if (preset === "tomorrow") return today + 1;
  for (let day = today + 2; ; day++) if (weekdayOf(day) === "mon") return day;
}

/** 09:00 of that day on the reader's clock. */
export const presetMoment = (preset: SnoozePreset, now: Instant, zone: string): Instant =>
  momentOf(presetDay(preset, dayNumber(localDate(now, zone))), zone);

const momentOf = (day: number, zone: string): Instant =>
  atLocalTime(endOfDay(dateText(day), zone), SNOOZE_TIME, zone, "same_day");

/** First and last day ("YYYY-MM-DD") a matter can be put off to. */
export function snoozeRange(now: Instant, zone: string): { first: string; last: string } {
  const today = dayNumber(localDate(now, zone));
  return { first: dateText(today + 1), last: dateText(today + PUT_OFF_DAYS_MAX) };
}

/** The moment a choice of the form means; null for one that is not offered. `date` is for `when` = "date". */
export function snoozeUntil(
  when: string,
  date: string,
  now: Instant,
  zone: string,
): Instant | null {
  const preset = SNOOZE_PRESETS.find((name) => name === when);
  if (preset) return presetMoment(preset, now, zone);
  const day = when === "date" ? parseDate(date) : null;
  if (day === null) return null;
  const { first, last } = snoozeRange(now, zone);
  if (date < first || date > last) return null;
  return momentOf(day, zone);
}
