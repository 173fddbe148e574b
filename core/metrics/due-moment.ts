import { DAY_MS, type Instant, MINUTE_MS } from "@/core/time";
import type { Measure } from "./measure";

/** Bucketed by their due moments, in minutes since 1970: only those that have passed count. */
export const DUE_MEASURES = ["due_met", "due_missed"] as const satisfies Measure[];

/** The last bucket of due moments that have passed. */
export const dueBy = (now: Instant): number => Math.floor(now / MINUTE_MS);

export const DAY_MINUTES = DAY_MS / MINUTE_MS;

/** The first minute of the day (UTC) that a due moment lies in. */
export const dueDay = (minute: number): number => Math.floor(minute / DAY_MINUTES) * DAY_MINUTES;

const OF_DUE: readonly string[] = DUE_MEASURES;

/** A tally's bucket as sums keep it: due moments by the day, so that a year of them is a few rows a day. */
export const keptBucket = (measure: string, bucket: number): number =>
  OF_DUE.includes(measure) ? dueDay(bucket) : bucket;
