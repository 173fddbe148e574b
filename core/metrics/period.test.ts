import { expect, it } from "vitest";
import { toRfc3339 } from "@/core/time";
import { periodOf } from "./period";

const NOW = Date.parse("2026-11-23T15:00:00Z");
const ZONE = "Europe/Berlin";

const texts = (asked: { from?: string; to?: string }) => {
  const period = periodOf(asked, ZONE, NOW);
  return "refused" in period ? period.refused.path : [toRfc3339(period.from), toRfc3339(period.to)];
};

it("takes dates as whole days of the zone, over a change of the clocks", () => {
  expect(texts({ from: "2026-10-24", to: "2026-10-25" })).toEqual([
    "2026-10-23T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ]);
});

it("is the last thirty days up to now unless it is told", () => {
  expect(texts({})).toEqual(["2026-10-24T22:00:00.000Z", "2026-11-23T15:00:00.000Z"]);
});

it("takes moments as they are", () => {
  expect(texts({ from: "2026-11-01T00:00:00Z", to: "2026-11-02T12:00:00+01:00" })).toEqual([
    "2026-11-01T00:00:00.000Z",
    "2026-11-02T11:00:00.000Z",
  ]);
});

it("refuses what is no moment, what ends before it begins, and more than a year, each at its place", () => {
  expect(texts({ to: "soon" })).toBe("to");
  expect(texts({ from: "2026-02-30" })).toBe("from");
  expect(texts({ from: "2026-11-24", to: "2026-11-23" })).toBe("from");
  expect(texts({ from: "2024-01-01", to: "2026-01-01" })).toBe("from");
});
