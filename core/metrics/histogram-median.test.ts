import { expect, it } from "vitest";
import { durationBucket } from "./duration-bucket";
import { histogramMedian } from "./histogram-median";

it("is the middle of all that was counted, in whatever order the buckets come", () => {
  const counted = (seconds: number, n: number) => ({ bucket: durationBucket(seconds), n });
  expect(histogramMedian([counted(50, 1), counted(10, 3), counted(90, 1)])).toBe(10);
  expect(histogramMedian([counted(90, 2), counted(50, 1), counted(10, 2)])).toBe(50);
  expect(histogramMedian([counted(86_400, 1)])).toBeGreaterThan(86_400 * 0.99);
});

it("is none of nothing", () => {
  expect(histogramMedian([])).toBeNull();
});
