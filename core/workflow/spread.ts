import { MINUTE_MS } from "@/core/time";

/** The longest time that moved cases are spread over: a day. */
export const SPREAD_MINUTES_MAX = 1_440;
/** Moments at which some of them move; within a minute of each other it would spread nothing. */
const SLOTS_MAX = 240;
export const CASES_IN_MOVE_MAX = 1_000;

export type Slot<T> = { afterMs: number; items: T[] };

/** One of several shares of a whole that is spread over the same time. */
export type Share = { part: number; parts: number };

/**
 * Shares things out evenly over some minutes, in their order, the first at once. One slot holds
 * `CASES_IN_MOVE_MAX` at most; more of them share its moment. Of several shares each takes moments of
 * its own, between those of the others.
 */
export function spreadOver<T>(
  items: readonly T[],
  minutes: number,
  { part: share, parts: shares }: Share = { part: 0, parts: 1 },
): Slot<T>[] {
  const slotsMax = Math.ceil(Math.min(minutes, SLOTS_MAX) / shares);
  const slots = Math.max(1, Math.min(items.length, slotsMax));
  return Array.from({ length: slots }, (_, i) => {
    const from = Math.floor((i * items.length) / slots);
    const to = Math.floor(((i + 1) * items.length) / slots);
    const afterMs = Math.round(((i + share / shares) * minutes * MINUTE_MS) / slots);
    const parts = Math.ceil((to - from) / CASES_IN_MOVE_MAX);
    return Array.from({ length: parts }, (_, part) => {
      const first = from + part * CASES_IN_MOVE_MAX;
      return { afterMs, items: items.slice(first, Math.min(to, first + CASES_IN_MOVE_MAX)) };
    });
  }).flat();
}
