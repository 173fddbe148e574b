import type { Instant } from "@/core/time";

/** Turns in a row, from 0. Every moment within a turn gives its number. */
export type Turns = {
  /** Null: they are over. Asked only from their start on. */
  turnAt(at: Instant): number | null;
  /** Every moment between these two, without them, at which `turnAt` changes; others may be among them. */
  handoversBetween(from: Instant, until: Instant): Instant[];
};

/** How many of these ascending moments have come by `at`. */
export function countUpTo(moments: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
