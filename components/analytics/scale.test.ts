import { describe, expect, it } from "vitest";
import { lengthTicks, shareAlong, ticksTo } from "./scale";

describe("axes", () => {
  it("count cases from zero in whole round steps beyond the most", () => {
    expect(ticksTo(0)).toEqual([0, 1]);
    expect(ticksTo(3)).toEqual([0, 1, 2, 3]);
    expect(ticksTo(17)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksTo(90)).toEqual([0, 25, 50, 75, 100]);
    for (const most of [1, 7, 42, 999, 12_345]) {
      const ticks = ticksTo(most);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });

  it("count time in lengths people use", () => {
    const DAY = 86_400;
    expect(lengthTicks(7 * DAY, false)).toEqual([0, 2 * DAY, 4 * DAY, 6 * DAY]);
    expect(lengthTicks(4 * 3_600, false)).toEqual([0, 3_600, 7_200, 10_800, 14_400]);
    const log = lengthTicks(28 * DAY, true);
    expect(log.at(-1)).toBe(28 * DAY);
    expect(log.length).toBeLessThanOrEqual(7);
  });

  it("say how far along them a value stands, also where longer lengths lie closer together", () => {
    expect(shareAlong(30, [0, 40], false)).toBe(0.75);
    expect(shareAlong(1_000, [10, 100_000], true)).toBeCloseTo(0.5, 9);
  });
});
