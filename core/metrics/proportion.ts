import { assert } from "@/core/assert";
import type { Interval } from "./interval";
import { Z95 } from "./normal";

/**
 * The share `x` of `n` with Wilson's score limits (JASA 22, 1927), which stay between 0 and 1 and hold
 * for small `n` too: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n). `n` must be above 0.
 */
export function wilson(x: number, n: number, { z = Z95 }: { z?: number } = {}): Interval {
  assert(n > 0 && x >= 0 && x <= n, "a share counts some of at least one");
  const value = x / n;
  const scale = 1 + (z * z) / n;
  const centre = value + (z * z) / (2 * n);
  const half = z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n));
  // At the ends the limit is the end itself, which floating point misses by a hair.
  return {
    value,
    low: x === 0 ? 0 : (centre - half) / scale,
    high: x === n ? 1 : (centre + half) / scale,
  };
}

/**
 * The difference of two independent shares, x1/n1 − x2/n2, with Newcombe's hybrid score limits
 * (Statistics in Medicine 17, 1998, method 10), in shares. Both n must be above 0.
 */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  options: { z?: number } = {},
): Interval {
  const a = wilson(x1, n1, options);
  const b = wilson(x2, n2, options);
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
