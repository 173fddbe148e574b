import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, randomObserved } from "./random-observed";
import { type Observed, quantileLimits, quantileOf, rmst, survivalOf } from "./survival";

const observed = (pairs: readonly (readonly [number, 0 | 1])[]): Observed[] =>
  pairs.map(([x, event]) => ({ x, events: event, censored: 1 - event }));

/** Agrees with statsmodels. */
const VECTOR = observed([
  [3, 1],
  [5, 0],
  [6, 1],
  [7, 1],
  [8, 0],
  [10, 1],
  [12, 1],
  [12, 0],
]);

describe("Kaplan and Meier", () => {
  it("gives the known values", () => {
    const steps = survivalOf(VECTOR);
    const at = (x: number) => steps.findLast((step) => step.x <= x)?.survival;
    expect(at(3)).toBeCloseTo(0.875, 7);
    expect(at(6)).toBeCloseTo(0.7291667, 7);
    expect(at(7)).toBeCloseTo(0.5833333, 7);
    expect(at(10)).toBeCloseTo(0.3888889, 7);
    expect(quantileOf(steps, 0.5)).toBe(10);
    expect(quantileOf(steps, 0.9)).toBeNull();
    expect(rmst(steps, 12).value).toBeCloseTo(8.8819444, 7);
  });

  it("has the limits that R has, one side open where it is not reached", () => {
    const steps = survivalOf(VECTOR);
    expect(steps[0]).toMatchObject({ x: 3, atRisk: 8, events: 1 });
    expect(steps[0]?.low).toBeCloseTo(0.387, 5);
    expect(steps[0]?.high).toBeCloseTo(0.98139, 5);
    expect(quantileLimits(steps, 0.5)).toEqual({ low: 3, high: null });
    expect(rmst(steps, 9)).toMatchObject({
      value: expect.closeTo(7.5208333, 7),
      se: expect.closeTo(0.7435219, 7),
    });
  });

  it("is the plain median where nothing is open", () => {
    const all = observed([1, 2, 3, 4].map((x) => [x, 1] as const));
    expect(quantileOf(survivalOf(all), 0.5)).toBe(2);
  });

  it("has no median where more than half are without the event", () => {
    const steps = survivalOf(
      observed([
        [1, 1],
        [9, 0],
        [9, 0],
      ]),
    );
    expect(quantileOf(steps, 0.5)).toBeNull();
    expect(survivalOf([])).toEqual([]);
    expect(quantileLimits([], 0.5)).toEqual({ low: null, high: null });
    expect(rmst([], 7)).toEqual({ value: 7, se: 0, low: 7, high: 7 });
  });

  it("never rises, lies within its limits, and does not care how equal durations are counted", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const steps = survivalOf(rows);
        let before = { survival: 1, high: 1 };
        for (const { survival, se, low, high } of steps) {
          expect(survival).toBeLessThanOrEqual(before.survival);
          expect(0 <= low && low <= survival && survival <= high && high <= 1 && se >= 0).toBe(
            true,
          );
          before = { survival, high };
        }
        expect(survivalOf(apart(rows))).toEqual(steps);
        const competing = rows.map(({ competing = 0, censored, ...row }) => ({
          ...row,
          censored: censored + competing,
        }));
        expect(survivalOf(competing)).toEqual(steps);
      }),
    );
  });

  it("holds its quantiles within their limits, and wider ones for more confidence", () => {
    fc.assert(
      fc.property(randomObserved, fc.constantFrom(0.1, 0.5, 0.9), (rows, share) => {
        const quantile = quantileOf(survivalOf(rows), share) ?? Infinity;
        const { low, high } = quantileLimits(survivalOf(rows), share);
        const wide = quantileLimits(survivalOf(rows, { z: 2.6 }), share);
        const line = [wide.low, low, quantile, high, wide.high].map((x) => x ?? Infinity);
        if (low === null) line[1] = quantile;
        if (wide.low === null) line[0] = line[1] ?? 0;
        expect(line.toSorted((a, b) => a - b)).toEqual(line);
      }),
    );
  });

  it("loses no more time than there is, and more up to a later moment", () => {
    fc.assert(
      fc.property(randomObserved, fc.integer({ min: 0, max: 60 }), (rows, tau) => {
        const steps = survivalOf(rows);
        const { value, se } = rmst(steps, tau);
        expect(value >= 0 && value <= tau && se >= 0).toBe(true);
        expect(rmst(steps, tau + 1).value).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it("without open cases, the restricted mean is the mean", () => {
    const xs = [2, 5, 5, 11];
    const steps = survivalOf(observed(xs.map((x) => [x, 1] as const)));
    expect(rmst(steps, 11).value).toBeCloseTo(23 / 4, 12);
    expect(rmst(steps, 5).value).toBeCloseTo(17 / 4, 12);
  });
});
