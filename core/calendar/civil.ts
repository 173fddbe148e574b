import { DAY_MS, MINUTE_MS } from "@/core/time";

/**
 * What a local clock reads, held as the milliseconds UTC would have at the same reading.
 * Not a moment: only a zone turns it into one.
 */
export type CivilMs = number;

/** A local calendar day, counted from 1970-01-01. */
export type CivilDay = number;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** 1970-01-01 was a Thursday. */
const EPOCH_WEEKDAY = 3;

export const dayOf = (civil: CivilMs): CivilDay => Math.floor(civil / DAY_MS);

export const civilAt = (day: CivilDay, minuteOfDay: number): CivilMs =>
  day * DAY_MS + minuteOfDay * MINUTE_MS;

export const dateText = (day: CivilDay): string =>
  new Date(day * DAY_MS).toISOString().slice(0, 10);

export function weekdayOf(day: CivilDay): Weekday {
  return WEEKDAYS[(((day + EPOCH_WEEKDAY) % 7) + 7) % 7] ?? "mon";
}

/** The day a "YYYY-MM-DD" names; null for other text and for days no calendar has (2026-02-30). */
export function parseDate(text: string): CivilDay | null {
  if (!DATE.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  if (Number.isNaN(ms)) return null;
  const day = dayOf(ms);
  return dateText(day) === text ? day : null;
}

/** Minutes since midnight of an "HH:MM" already checked by `LocalTime` ("24:00" is 1440). */
export const minuteOfDay = (text: string): number =>
  Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** The same day number `months` later, or the last day of a shorter month: 31 Jan + 1 = 28 or 29 Feb. */
export function addMonths(civil: CivilMs, months: number): CivilMs {
  const from = new Date(civil);
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const to = new Date(civil);
  to.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay));
  return to.getTime();
}
