import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { dateText, dayOf, parseDate, type Weekday, weekdayOf } from "@/core/calendar/civil";
import { fromCivil, offsetAt, toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/** A name, never an offset: "+01:00" does not know when the clocks change. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;
const ZONE_LENGTH_MAX = 64;
const CHECKED_MAX = 2_000;
/** Systems write the years 0001 and 9999 for "none"; such a moment is refused, not believed. */
const YEAR_MIN = 1900;
const YEAR_MAX = 9998;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.(\d{1,9}))?)?(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?$/;

const checked = new Map<string, boolean>();

/** Whether this is the IANA name of a zone. */
export function isZone(text: string): boolean {
  if (text.length > ZONE_LENGTH_MAX || !ZONE_NAME.test(text)) return false;
  let known = checked.get(text);
  if (known === undefined) {
    known = readsClock(text);
    if (checked.size >= CHECKED_MAX) checked.clear();
    checked.set(text, known);
  }
  return known;
}

export const TimeZone = z
  .string()
  .refine(isZone, {
    error: (issue) =>
      `Unknown time zone "${String(issue.input).slice(0, ZONE_LENGTH_MAX)}": use an IANA name such as "Europe/Berlin"`,
  })
  .meta({ description: "IANA time zone name", examples: ["Europe/Berlin", "America/New_York"] });

export type LocalParts = {
  /** "YYYY-MM-DD" */
  date: string;
  /** "HH:MM" */
  time: string;
  weekday: Weekday;
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

/** What a clock and a calendar on the wall in `zone` show at that moment. */
export function localParts(at: Instant, zone: string): LocalParts {
  const civil = toCivil(at, zone);
  const text = new Date(civil).toISOString();
  const date = text.slice(0, 10);
  return {
    date,
    time: text.slice(11, 16),
    weekday: weekdayOf(dayOf(civil)),
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
    hour: Number(text.slice(11, 13)),
    minute: Number(text.slice(14, 16)),
    second: Number(text.slice(17, 19)),
  };
}

/** "YYYY-MM-DD" of that moment in `zone`. */
export const localDate = (at: Instant, zone: string): string => dateText(dayOf(toCivil(at, zone)));

/** The last millisecond of a local day. Takes a "YYYY-MM-DD"; throws a RangeError for any other text. */
export function endOfDay(date: string, zone: string): Instant {
  const day = parseDate(date);
  if (day === null) throw new RangeError(`Not a date: ${date}`);
  return fromCivil((day + 1) * DAY_MS, zone) - 1;
}

/** How far the clocks of `zone` move during the local day of `at`: 3 600 000 in spring, negative in autumn, mostly 0. */
export function clockShiftMs(at: Instant, zone: string): number {
  const day = dayOf(toCivil(at, zone));
  // Where clocks change at midnight, the moment itself already has the new offset: look just before it.
  const before = fromCivil(day * DAY_MS, zone) - 1;
  const last = fromCivil((day + 1) * DAY_MS, zone) - 1;
  return offsetAt(last, zone) - offsetAt(before, zone);
}

/**
 * Reads a moment out of somebody else's JSON: RFC 3339 text, a local date and time without offset
 * (read in `zone`) or a bare date (the end of that day in `zone`). Null for everything else:
 * numbers, days no calendar has, and years outside 1900–9998.
 */
export function parseMoment(value: unknown, zone: string): Instant | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  const bare = parseDate(text);
  if (bare !== null) return isYearKept(text) ? endOfDay(text, zone) : null;
  const [, date, hour, minute, second = "0", fraction = "", utc, sign, offsetHour, offsetMinute] =
    MOMENT.exec(text) ?? [];
  const day = date === undefined ? null : parseDate(date);
  if (date === undefined || day === null || !isYearKept(date)) return null;
  const civil =
    day * DAY_MS +
    Number(hour) * HOUR_MS +
    Number(minute) * MINUTE_MS +
    Math.min(Number(second), 59) * SECOND_MS +
    Number(fraction.padEnd(3, "0").slice(0, 3));
  if (utc) return civil;
  if (!sign) return fromCivil(civil, zone);
  const offset = Number(offsetHour) * HOUR_MS + Number(offsetMinute) * MINUTE_MS;
  return sign === "-" ? civil + offset : civil - offset;
}

function isYearKept(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= YEAR_MIN && year <= YEAR_MAX;
}

function readsClock(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
