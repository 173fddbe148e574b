import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleRatio } from "./sample-ratio";

describe("the sample ratio", () => {
  it("is off where chance hardly makes such counts", () => {
    expect(sampleRatio([5000, 5000], [1, 1])).toEqual({ chiSquared: 0, p: 1, isOff: false });
    expect(sampleRatio([5100, 4900], [50, 50])).toMatchObject({ chiSquared: 4, isOff: false });
    expect(sampleRatio([5200, 4800], [50, 50])).toMatchObject({ chiSquared: 16, isOff: true });
    expect(sampleRatio([900, 100], [9, 1]).isOff).toBe(false);
  });

  it("is not off before anybody came, and off when somebody is where nobody should be", () => {
    expect(sampleRatio([0, 0], [1, 1]).isOff).toBe(false);
    expect(sampleRatio([], []).isOff).toBe(false);
    expect(sampleRatio([40, 1], [1, 0])).toEqual({ chiSquared: Infinity, p: 0, isOff: true });
    expect(sampleRatio([40, 0], [1, 0])).toEqual({ chiSquared: 0, p: 1, isOff: false });
  });

  it("cares neither for the scale of weights nor for the order of arms", () => {
    const arms = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 100 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(arms, (pairs) => {
        const of = (each: typeof pairs, scale: number) =>
          sampleRatio(
            each.map(([count]) => count),
            each.map(([, weight]) => weight * scale),
          );
        const { chiSquared, p } = of(pairs, 1);
        const other = of(pairs.toReversed(), 7);
        expect(other.chiSquared).toBeCloseTo(chiSquared, 6);
        expect(other.p).toBeCloseTo(p, 9);
      }),
    );
  });
});
