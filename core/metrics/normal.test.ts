import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquaredSurvival, normalCdf, normalQuantile, Z95 } from "./normal";

describe("the normal distribution", () => {
  it("has 95 % within 1.96 on both sides", () => {
    expect(Z95).toBeCloseTo(1.959963984540054, 15);
    expect(normalCdf(Z95) - normalCdf(-Z95)).toBeCloseTo(0.95, 15);
  });

  it("gives back the share of its quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1 - 1e-15, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 11);
      }),
    );
  });

  it("never falls where its two formulas meet, and answers what is no number", () => {
    for (const z of [-2.5, 2.5]) {
      expect(normalCdf(z + 1e-12)).toBeGreaterThanOrEqual(normalCdf(z - 1e-12));
    }
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(() => normalQuantile(1.1)).toThrow();
  });
});

describe("the chi-squared distribution", () => {
  it("of one degree is the square of a normal value, and of none compares nothing", () => {
    expect(chiSquaredSurvival(Z95 ** 2, 1)).toBeCloseTo(0.05, 14);
    expect(chiSquaredSurvival(3, 0)).toBe(1);
    expect(chiSquaredSurvival(Infinity, 3)).toBe(0);
    expect(chiSquaredSurvival(2, 2)).toBeCloseTo(Math.exp(-1), 14);
  });
});
