import { describe, expect, it } from "vitest";
import { bestWindow, type WeekHour } from "./best-window";

const week = (of: (weekday: number, hour: number) => [responses: number, awaiting: number]) =>
  Array.from({ length: 168 }, (_, i): WeekHour => {
    const [weekday, hour] = [Math.floor(i / 24) + 1, i % 24];
    const [responses, awaiting] = of(weekday, hour);
    return { weekday, hour, responses, awaiting };
  });

describe("the best window", () => {
  it("is the block of hours that stands out, with how much", () => {
    const cells = week((weekday, hour) =>
      weekday >= 2 && weekday <= 4 && hour >= 9 && hour < 11 ? [60, 200] : [10, 200],
    );
    // 2,000 of 33,600 in all; 30 % in the window.
    expect(bestWindow(cells)).toMatchObject({ weekdays: [2, 3, 4], fromHour: 9, toHour: 11 });
    const all = cells.reduce((n, { responses }) => n + responses, 0) / (168 * 200);
    expect(bestWindow(cells)?.lift).toBeCloseTo(0.3 / all - 1, 10);
  });

  it("is none where all hours are alike", () => {
    expect(bestWindow(week(() => [10, 200]))).toBeNull();
    // Every other hour a little above: no more than chance would do.
    expect(bestWindow(week((_, hour) => [hour % 2 ? 11 : 9, 200]))).toBeNull();
  });

  it("is none on too little, however good it looks", () => {
    const lucky = week((weekday, hour) => (weekday === 1 && hour === 9 ? [9, 10] : [1, 10]));
    expect(bestWindow(lucky)).toBeNull();
    expect(bestWindow(week(() => [0, 0]))).toBeNull();
  });
});
