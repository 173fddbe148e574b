import { addBusinessDays } from "@/core/calendar/business-days";
import { atLocalTime } from "@/core/calendar/local-time";
import type { ResolvedCalendar } from "@/core/calendar/work-calendar";
import { DAY_MS, HOUR_MS, type Instant } from "@/core/time";

export type Preset = {
  preset: "later_today" | "tomorrow" | "business_day" | "week" | "before_due";
  at: Instant;
};

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
  const presets: Preset[] = [
    { preset: "later_today", at: now + LATER_MS },
    { preset: "tomorrow", at: morningOf(now + DAY_MS) },
    ...(businessDay === null
      ? []
      : [{ preset: "business_day", at: morningOf(businessDay) } as const]),
    { preset: "week", at: morningOf(now + 7 * DAY_MS) },
    ...(dueAt === null ? [] : [{ preset: "before_due", at: morningOf(dueAt - DAY_MS) } as const]),
  ];
  const seen = new Set<Instant>();
  return presets.filter(({ at }) => at > now && !seen.has(at) && seen.add(at));
}
