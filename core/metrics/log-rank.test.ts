import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logRank, rmstDifference } from "./log-rank";
import { apart, randomObserved } from "./random-observed";

const two = fc.tuple(randomObserved, randomObserved);

describe("log-rank", () => {
  it("finds no difference between a group and itself, whatever it holds", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const { chiSquared, p } = logRank([rows, apart(rows)]);
        expect(chiSquared).toBeCloseTo(0, 9);
        expect(p).toBeCloseTo(1, 4);
      }),
    );
  });

  it("does not care for the order of groups, nor for a group without anybody", () => {
    fc.assert(
      fc.property(randomObserved, randomObserved, randomObserved, (a, b, c) => {
        const all = logRank([a, b, c]);
        const other = logRank([c, [], apart(a), b]);
        expect(other.df).toBe(all.df);
        expect(other.chiSquared).toBeCloseTo(all.chiSquared, 8);
        expect(all.chiSquared >= 0 && all.p >= 0 && all.p <= 1).toBe(true);
      }),
    );
  });

  it("counts ranks only: a stretched clock changes nothing", () => {
    fc.assert(
      fc.property(two, (groups) => {
        const cubed = groups.map((rows) =>
          rows.map((row) => ({
            ...row,
            x: row.x ** 3,
            ...(row.entered !== undefined && { entered: row.entered ** 3 }),
          })),
        );
        expect(logRank(cubed)).toEqual(logRank(groups));
      }),
    );
  });

  it("compares nothing where there is nothing", () => {
    const nothing = { chiSquared: 0, df: 0, p: 1 };
    expect(logRank([])).toEqual(nothing);
    expect(logRank([[{ x: 1, events: 3, censored: 1 }]])).toEqual(nothing);
    expect(logRank([[], [{ x: 1, events: 3, censored: 1 }]])).toEqual(nothing);
    // Everybody at once: no chance is left by which they could differ.
    const all = [{ x: 1, events: 3, censored: 0 }];
    expect(logRank([all, all, all])).toEqual({ chiSquared: 0, df: 2, p: 1 });
  });
});

describe("the difference of restricted means", () => {
  it("is what the slower one loses, and turns round with the groups", () => {
    const fast = [{ x: 2, events: 10, censored: 0 }];
    const slow = [{ x: 5, events: 10, censored: 0 }];
    expect(rmstDifference(slow, fast, 10)).toEqual({ value: 3, se: 0, low: 3, high: 3 });
    fc.assert(
      fc.property(two, fc.integer({ min: 1, max: 50 }), ([a, b], tau) => {
        const there = rmstDifference(a, b, tau);
        const back = rmstDifference(b, a, tau);
        expect(there.value).toBeCloseTo(-back.value, 12);
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.low <= there.value && there.value <= there.high).toBe(true);
        expect(Math.abs(there.value)).toBeLessThanOrEqual(tau);
      }),
    );
  });
});
