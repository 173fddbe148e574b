import { describe, expect, it } from "vitest";
import { confidenceSequence } from "./confidence-sequence";
import { Z95 } from "./normal";

const half = (n: number, alpha = 0.05) =>
  confidenceSequence({ difference: 0, se: 1, n, expectedN: 2000, alpha }).high;

describe("a confidence sequence", () => {
  it("gives GrowthBook's known limits", () => {
    const { low, high } = confidenceSequence({
      difference: 0.07,
      se: 0.02,
      n: 2000,
      expectedN: 2000,
    });
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0093", "0.1307"]);
  });

  it("is wider than an interval for one look, always, and least so at the size that is expected", () => {
    const sizes = [10, 200, 1000, 2000, 4000, 20_000];
    const widths = sizes.map((n) => half(n));
    for (const width of widths) expect(width).toBeGreaterThan(Z95);
    expect(Math.min(...widths)).toBe(half(2000));
    expect(half(2000, 0.01)).toBeGreaterThan(half(2000, 0.05));
  });
});
