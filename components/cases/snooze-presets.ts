import { addBusinessDays } from "@/core/calendar/business-days";
import { atLocalTime } from "@/core/calendar/local-time";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";

export type Preset = { label: string; at: Instant };

const LATER_MS = 3 * HOUR_MS;
const MORNING = "09:00";

/** Moments a case is usually put off to, on the person's clock; those that have passed are left out. */
export function snoozePresets(
  now: Instant,
  dueAt: Instant | null,
  zone: string,
  calendar: ResolvedCalendar,
): Preset[] {
  const morningOf = (at: Instant) => atLocalTime(at, MORNING, zone, "same_day");
  const businessDay = addBusinessDays(now, 1, zone, calendar);
  const presets = [
    { label: "Later today, in 3 hours", at: now + LATER_MS },
    { label: "Tomorrow, 09:00", at: morningOf(now + DAY_MS) },
    ...(businessDay === null
      ? []
      : [{ label: "Next business day, 09:00", at: morningOf(businessDay) }]),
    { label: "In a week, 09:00", at: morningOf(now + 7 * DAY_MS) },
    ...(dueAt === null
      ? []
      : [{ label: "1 day before due, 09:00", at: morningOf(dueAt - DAY_MS) }]),
  ];
  const seen = new Set<Instant>();
  return presets.filter(({ at }) => at > now && !seen.has(at) && seen.add(at));
}
