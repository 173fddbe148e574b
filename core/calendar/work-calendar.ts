import { z } from "zod";
import { type CivilDay, dateText, parseDate, weekdayOf } from "@/core/calendar/civil";
import { LocalWindow, WINDOWS_MAX } from "@/core/calendar/local-window";
import { TimeZone } from "@/core/calendar/zone";

const DATES_MAX = 1_000;
const REGION_LENGTH_MAX = 10;

const DateText = z
  .string()
  .refine((text) => parseDate(text) !== null, { error: 'Not a date: write "2026-12-24"' });

/** When a team works. Public holidays of `country` are added to `extra`; `except` are worked through. */
export const WorkCalendar = z.strictObject({
  timeZone: TimeZone,
  hours: z
    .array(LocalWindow)
    .min(1, { error: "A calendar needs working hours on at least one day" })
    .max(WINDOWS_MAX),
  holidays: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, { error: 'Not a country code: write two capitals, such as "DE"' })
        .nullable()
        .default(null),
      region: z.string().min(1).max(REGION_LENGTH_MAX).optional(),
      extra: z.array(DateText).max(DATES_MAX).default([]),
      except: z.array(DateText).max(DATES_MAX).default([]),
    })
    .prefault({}),
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

/** A calendar with its free days as data. Made by `resolveCalendar` only: `extra` and `except` are already applied. */
export type ResolvedCalendar = WorkCalendar & { holidayDates: ReadonlySet<string> };

/** Takes the public holidays ("YYYY-MM-DD") of every year the calendar will be asked about. */
export function resolveCalendar(
  calendar: WorkCalendar,
  publicHolidays: Iterable<string>,
): ResolvedCalendar {
  const holidayDates = new Set([...publicHolidays, ...calendar.holidays.extra]);
  for (const date of calendar.holidays.except) holidayDates.delete(date);
  return { ...calendar, holidayDates };
}

/** Whether the calendar has working hours on that local date ("YYYY-MM-DD"). False for other text. */
export function isBusinessDay(calendar: ResolvedCalendar, date: string): boolean {
  const day = parseDate(date);
  return day !== null && isWorkedOn(calendar, day);
}

export function isWorkedOn(calendar: ResolvedCalendar, day: CivilDay): boolean {
  const weekday = weekdayOf(day);
  return (
    calendar.hours.some(({ days }) => days.includes(weekday)) &&
    !(calendar.holidayDates.size > 0 && calendar.holidayDates.has(dateText(day)))
  );
}
