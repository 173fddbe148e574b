import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clusteredDifference,
  clusteredMean,
  relativeLift,
  relativeLiftOfMeans,
  relativeLiftOfShares,
  type Unit,
} from "./relative-lift";

const units: fc.Arbitrary<Unit[]> = fc.array(
  fc
    .integer({ min: 0, max: 6 })
    .chain((n) => fc.record({ sum: fc.integer({ min: 0, max: n }), n: fc.constant(n) })),
  { maxLength: 30 },
);

describe("relative lift", () => {
  it("has the variance σ_C² p_T² / (p_C⁴ n_C) + σ_T² / (p_C² n_T)", () => {
    const [t, c, nT, nC] = [0.8, 0.6, 70, 80];
    const variance = (c * (1 - c) * t ** 2) / (c ** 4 * nC) + (t * (1 - t)) / (c ** 2 * nT);
    const lift = relativeLiftOfShares({ x: 56, n: 70 }, { x: 48, n: 80 });
    expect(lift?.value).toBeCloseTo(1 / 3, 12);
    expect(lift?.se).toBeCloseTo(Math.sqrt(variance), 12);
    expect(lift?.high).toBeCloseTo(1 / 3 + 1.959963985 * Math.sqrt(variance), 8);
    const means = relativeLiftOfMeans(
      { mean: 30, variance: 100, n: 50 },
      { mean: 40, variance: 144, n: 60 },
    );
    expect(means?.value).toBeCloseTo(-0.25, 12);
    expect(means?.se).toBeCloseTo(Math.sqrt((144 * 900) / (40 ** 4 * 60) + 100 / (1600 * 50)), 12);
  });

  it("is none over nothing", () => {
    expect(relativeLiftOfShares({ x: 5, n: 10 }, { x: 0, n: 10 })).toBeNull();
    expect(relativeLift({ value: 1, se: 0 }, { value: -1, se: 0 })).toBeNull();
  });
});

describe("the mean of cases by unit", () => {
  it("of units with one case each has the error of a share", () => {
    const each = Array.from({ length: 100 }, (_, i) => ({ sum: i < 30 ? 1 : 0, n: 1 }));
    const mean = clusteredMean(each);
    expect(mean?.value).toBeCloseTo(0.3, 12);
    expect(mean?.se).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 99), 12);
  });

  it("is as sure of units that repeat themselves as of one case of each", () => {
    const once = [1, 0, 0, 1, 0, 0, 0].map((sum) => ({ sum, n: 1 }));
    const often = once.map(({ sum }) => ({ sum: 50 * sum, n: 50 }));
    expect(clusteredMean(often)?.value).toBeCloseTo(clusteredMean(once)?.value ?? 0, 12);
    expect(clusteredMean(often)?.se).toBeCloseTo(clusteredMean(once)?.se ?? 0, 12);
  });

  it("is of at least two units", () => {
    expect(clusteredMean([])).toBeNull();
    const one = [
      { sum: 3, n: 5 },
      { sum: 0, n: 0 },
    ];
    expect(clusteredMean(one)).toBeNull();
    expect(clusteredDifference(one, [...one, ...one])).toBeNull();
  });

  it("is the plain mean, whatever order and however idle some are; differences turn round", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const mean = clusteredMean(a);
        if (!mean) return;
        const total = (of: keyof Unit) => a.reduce((n, unit) => n + unit[of], 0);
        expect(mean.value).toBeCloseTo(total("sum") / total("n"), 12);
        expect(mean.se).toBeGreaterThanOrEqual(0);
        const other = clusteredMean([{ sum: 0, n: 0 }, ...a.toReversed()]);
        expect(other?.se).toBeCloseTo(mean.se, 12);
        const [there, back] = [clusteredDifference(a, b), clusteredDifference(b, a)];
        expect(there === null).toBe(back === null);
        if (there && back) expect(there.low).toBeCloseTo(-back.high, 12);
      }),
    );
  });
});
