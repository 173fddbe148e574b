import { describe, expect, it } from "vitest";
import { labelTops, PLOT, stepOf } from "./trend-place";

describe("the course's picture", () => {
  it("has the first step at its left edge and the last at its right one", () => {
    const width = PLOT.gutter + PLOT.margin.right + 100;
    expect([0, PLOT.gutter, PLOT.gutter + 55, width].map((x) => stepOf(x, width, 10))).toEqual([
      0, 0, 5, 9,
    ]);
  });

  it("keeps the names of lines apart, in the order of their values", () => {
    const [high = 0, middle = 0, low = 0] = labelTops([50, 49, 48], 100);
    expect(middle - high).toBeGreaterThanOrEqual(16);
    expect(low - middle).toBeGreaterThanOrEqual(16);
    const [a, b] = labelTops([100, 0], 100);
    expect(b ?? 0).toBeGreaterThan((a ?? 0) + 100);
  });
});
