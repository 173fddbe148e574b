import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombe, wilson } from "./proportion";

const counted = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("Wilson's limits", () => {
  it("are known", () => {
    expect(wilson(0, 10)).toEqual({ value: 0, low: 0, high: expect.closeTo(0.2775328, 6) });
    expect(wilson(7, 10)).toEqual({
      value: 0.7,
      low: expect.closeTo(0.3967781, 6),
      high: expect.closeTo(0.8922087, 6),
    });
  });

  it("hold the share, stay between 0 and 1, and turn round with it", () => {
    fc.assert(
      fc.property(counted, ([x, n]) => {
        const { value, low, high } = wilson(x, n);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
        expect(wilson(n - x, n).low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  it("are of something", () => {
    expect(() => wilson(0, 0)).toThrow();
    expect(() => wilson(3, 2)).toThrow();
  });
});

describe("Newcombe's limits of a difference", () => {
  it("are known", () => {
    const { value, low, high } = newcombe(56, 70, 48, 80);
    expect([value, low, high].map((each) => each.toFixed(4))).toEqual([
      "0.2000",
      "0.0524",
      "0.3339",
    ]);
    const holdout = newcombe(412, 600, 61, 100);
    expect(holdout.value).toBeCloseTo(412 / 600 - 0.61, 12);
    expect(holdout.low).toBeCloseTo(-0.0209507, 6);
    expect(holdout.high).toBeCloseTo(0.1809823, 6);
  });

  it("hold the difference, stay between −1 and 1, and turn round with it", () => {
    fc.assert(
      fc.property(counted, counted, ([x1, n1], [x2, n2]) => {
        const { value, low, high } = newcombe(x1, n1, x2, n2);
        expect(low <= value && value <= high).toBe(true);
        expect(low >= -1 - 1e-12 && high <= 1 + 1e-12).toBe(true);
        const back = newcombe(x2, n2, x1, n1);
        expect(back.low).toBeCloseTo(-high, 12);
      }),
    );
  });
});
