import type { Measure } from "./measure";

/**
 * With a bucket for every duration or hour, these are nearly as many rows as cases. They are summed once more
 * over all workflows, versions, arms and channels, under a name of their own: whoever asks for all reads those.
 */
export const MERGED_MEASURES = [
  "response_time",
  "response_time_business",
  "response_ended",
  "response_ended_business",
  "response_waiting",
  "resolution_time",
  "resolution_time_business",
  "resolution_ended",
  "resolution_ended_business",
  "resolution_waiting",
  "heat_response",
  "heat_wait_step",
] as const satisfies Measure[];

export const MERGED_MARK = "*";

const MERGED: readonly string[] = MERGED_MEASURES;

export const isMerged = (measure: string): boolean => MERGED.includes(measure);

/** Since when something waits is told to half an hour, so that over everything an hour is one row. */
export const WAITING_STEP = 60;

/** A tally's bucket as the merged sums keep it. */
export const mergedBucket = (measure: string, bucket: number): number =>
  measure.endsWith("_waiting") ? bucket - (bucket % WAITING_STEP) + WAITING_STEP / 2 : bucket;
