import { dayOf, weekdayOf } from "@/core/calendar/civil";
import { atLocalTime } from "@/core/calendar/local-time";
import { toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, type Instant } from "@/core/time";

export const DIGEST_AT_DEFAULT = "09:00";
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const WEEK_DAYS = 7;

/**
 * The digest a message planned at `plannedAt` belongs to: the first one at or after it. Daily at
 * `digestAt` ("HH:MM" in `zone`), weekly on Mondays at that time. Text that is no time counts as 09:00.
 */
export function digestMoment(
  plannedAt: Instant,
  frequency: "daily" | "weekly",
  digestAt: string | null,
  zone: string,
): Instant {
  const time = digestAt !== null && TIME.test(digestAt) ? digestAt : DIGEST_AT_DEFAULT;
  let moment = atLocalTime(plannedAt, time, zone, "next");
  if (frequency === "daily") return moment;
  for (let day = 0; day < WEEK_DAYS; day++) {
    if (weekdayOf(dayOf(toCivil(moment, zone))) === "mon") return moment;
    moment = atLocalTime(moment + DAY_MS / 2, time, zone, "next");
  }
  return moment;
}
