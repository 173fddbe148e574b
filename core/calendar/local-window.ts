import { z } from "zod";
import { type CivilDay, civilAt, minuteOfDay, WEEKDAYS } from "@/core/calendar/civil";
import { LocalEndTime, LocalTime } from "@/core/calendar/local-time";
import { fromCivil } from "@/core/calendar/zone-offset";
import type { Instant } from "@/core/time";

export const WINDOWS_MAX = 50;

/** From `from` up to, not including, `to`; a `to` that is not later lies on the next day. */
export type TimeSpan = { from: string; to: string };

export type Interval = { start: Instant; end: Instant };

/** A part of the week. `days` are the days on which it starts, also when it crosses midnight. */
export const LocalWindow = z
  .strictObject({
    days: z
      .array(z.enum(WEEKDAYS))
      .min(1, { error: 'Name at least one day, such as "mon"' })
      .max(WEEKDAYS.length)
      .refine((days) => new Set(days).size === days.length, { error: "A day is named twice" }),
    from: LocalTime,
    to: LocalEndTime,
  })
  .refine(({ from, to }) => from !== to, {
    path: ["to"],
    error: '"to" must differ from "from"; a whole day is "00:00" to "24:00"',
  });
export type LocalWindow = z.infer<typeof LocalWindow>;

/** The moments at which the window that starts on this local day opens and closes. Empty when the zone skips it. */
export function intervalOn(day: CivilDay, span: TimeSpan, zone: string): Interval {
  const from = minuteOfDay(span.from);
  const to = minuteOfDay(span.to);
  return {
    start: fromCivil(civilAt(day, from), zone),
    end: fromCivil(civilAt(to > from ? day : day + 1, to), zone),
  };
}
