import { MINUTE_MS } from "@/core/time";

/** The longest time that moved cases are spread over: a day. */
export const SPREAD_MINUTES_MAX = 1_440;
/** Moments at which some of them move; within a minute of each other it would spread nothing. */
const SLOTS_MAX = 240;
export const CASES_IN_MOVE_MAX = 1_000;

export type Slot<T> = { afterMs: number; items: T[] };

/**
 * Shares things out evenly over some minutes, in their order, the first at once. One slot holds
 * `CASES_IN_MOVE_MAX` at most; more of them share its moment.
 */
export function spreadOver<T>(items: readonly T[], minutes: number): Slot<T>[] {
  const slots = Math.max(1, Math.min(items.length, minutes, SLOTS_MAX));
  return Array.from({ length: slots }, (_, i) => {
    const from = Math.floor((i * items.length) / slots);
    const to = Math.floor(((i + 1) * items.length) / slots);
    const afterMs = Math.round((i * minutes * MINUTE_MS) / slots);
    const parts = Math.ceil((to - from) / CASES_IN_MOVE_MAX);
    return Array.from({ length: parts }, (_, part) => {
      const first = from + part * CASES_IN_MOVE_MAX;
      return { afterMs, items: items.slice(first, Math.min(to, first + CASES_IN_MOVE_MAX)) };
    });
  }).flat();
}
