import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Observed, quantileOf, survivalOf } from "./survival";

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
  });

  it("is the plain median where nothing is open", () => {
    expect(
      quantileOf(
        survivalOf(
          observed([
            [1, 1],
            [2, 1],
            [3, 1],
            [4, 1],
          ]),
        ),
        0.5,
      ),
    ).toBe(2);
  });

  it("has no median where more than half are without the event", () => {
    expect(
      quantileOf(
        survivalOf(
          observed([
            [1, 1],
            [9, 0],
            [9, 0],
          ]),
        ),
        0.5,
      ),
    ).toBeNull();
    expect(survivalOf([])).toEqual([]);
  });

  it("never rises, stays a share, and does not care how equal durations are counted", () => {
    const row = fc.record({
      x: fc.integer({ min: 0, max: 50 }),
      events: fc.integer({ min: 0, max: 3 }),
      censored: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const steps = survivalOf(rows);
        const values = [1, ...steps.map(({ survival }) => survival)];
        expect(values.every((value, i) => value <= (values[i - 1] ?? 1) && value >= -1e-9)).toBe(
          true,
        );
        const apart = rows.flatMap(({ x, events, censored }) => [
          ...Array.from({ length: events }, () => ({ x, events: 1, censored: 0 })),
          ...Array.from({ length: censored }, () => ({ x, events: 0, censored: 1 })),
        ]);
        expect(survivalOf(apart.toReversed())).toEqual(steps);
      }),
    );
  });
});
