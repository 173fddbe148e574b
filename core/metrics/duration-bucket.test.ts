import fc from "fast-check";
import { expect, test } from "vitest";
import { durationBucket, secondsOfBucket } from "./duration-bucket";

const YEARS_10 = 10 * 366 * 86_400;

test("a bucket's middle is within one percent of what fell into it, and exact up to 100 seconds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: YEARS_10 }), (seconds) => {
      const back = secondsOfBucket(durationBucket(seconds));
      if (seconds <= 100) expect(back).toBe(seconds);
      else expect(Math.abs(back - seconds) / seconds).toBeLessThan(0.01005);
    }),
    { numRuns: 2_000 },
  );
});

test("buckets keep the order of durations", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: YEARS_10 }),
      fc.integer({ min: 0, max: YEARS_10 }),
      (a, b) => {
        if (a <= b) expect(durationBucket(a)).toBeLessThanOrEqual(durationBucket(b));
      },
    ),
    { numRuns: 2_000 },
  );
  for (let seconds = 0; seconds < 2_000; seconds++) {
    expect(durationBucket(seconds + 1)).toBeGreaterThanOrEqual(durationBucket(seconds));
    expect(secondsOfBucket(durationBucket(seconds + 1))).toBeGreaterThanOrEqual(
      secondsOfBucket(durationBucket(seconds)),
    );
  }
});
