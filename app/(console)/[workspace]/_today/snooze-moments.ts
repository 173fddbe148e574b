import { atLocalTime } from "@/core/calendar/local-time";
import { DAY_MS, HOUR_MS, type Instant, toRfc3339 } from "@/core/time";

const LATER_MS = 3 * HOUR_MS;
const MORNING = "09:00";

/** When a case comes back, as the snooze takes it: on the clock of its person. */
export type SnoozeMoments = { later: string; tomorrow: string; nextWeek: string };

export function snoozeMoments(now: Instant, zone: string): SnoozeMoments {
  const morning = (at: Instant) => toRfc3339(atLocalTime(at, MORNING, zone, "same_day"));
  return {
    later: toRfc3339(now + LATER_MS),
    tomorrow: morning(now + DAY_MS),
    nextWeek: morning(now + 7 * DAY_MS),
  };
}
