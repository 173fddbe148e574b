import { expect, it } from "vitest";
import { curveRows } from "./curve-rows";

const point = (seconds: number, share: number) => ({
  seconds,
  share,
  low: share - 0.1,
  high: share + 0.1,
  atRisk: 40,
});

it("holds each curve's share until its next step, and draws none beyond its last", () => {
  const rows = curveRows([
    { key: "1", points: [point(60, 0.8), point(3_600, 0.5)] },
    { key: "2", points: [point(600, 0.9)] },
  ]);
  expect(rows.map(({ seconds, share0, share1 }) => [seconds, share0, share1])).toEqual([
    [0, 1, 1],
    [60, 0.8, 1],
    [600, 0.8, 0.9],
    [3_600, 0.5, undefined],
  ]);
});

it("gathers what lies before the axis at its edge", () => {
  const rows = curveRows([{ key: "all", points: [point(5, 0.9), point(90, 0.7)] }], 60);
  expect(rows.map(({ seconds, share0 }) => [seconds, share0])).toEqual([
    [60, 0.9],
    [90, 0.7],
  ]);
});
