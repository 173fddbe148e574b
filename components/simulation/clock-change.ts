import { offsetAt, toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, type Instant, MINUTE_MS } from "@/core/time";

/** Clocks that were moved: `shiftMs` is positive in spring. */
export type ClockChange = { at: Instant; shiftMs: number; before: number; after: number };

/** The last change of the clocks of a zone after `from`, up to and including `to`; null where they stand alike. */
export function clockChange(from: Instant, to: Instant, zone: string): ClockChange | null {
  const before = offsetAt(from, zone);
  const after = offsetAt(to, zone);
  if (before === after || to <= from) return null;
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === after) high = middle;
    else low = middle;
  }
  const at = Math.floor(high / MINUTE_MS) * MINUTE_MS;
  return { at, shiftMs: after - before, before, after };
}

/** Whole local days between two moments. */
export const daysBetween = (from: Instant, to: Instant, zone: string): number =>
  Math.floor(toCivil(to, zone) / DAY_MS) - Math.floor(toCivil(from, zone) / DAY_MS);
