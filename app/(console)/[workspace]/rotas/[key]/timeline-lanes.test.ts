import { expect, it } from "vitest";
import type { Shift } from "@/core/rota/shifts";
import { dayBegan, daysOn, gapsOf, lanesOf, midnightsBetween } from "./timeline-lanes";

const shift = (personId: string | null, from: number, until: number, layer = 0): Shift => ({
  personId,
  from,
  until,
  layer: personId === null ? null : layer,
  override: false,
});
const at = (text: string) => Date.parse(text);

it("gives everybody one lane, and one bar for what follows itself in another layer", () => {
  expect(lanesOf([shift("ana", 0, 5), shift("ana", 5, 9, 1), shift("ben", 9, 12)])).toEqual([
    { personId: "ana", bars: [{ from: 0, until: 9, override: false }] },
    { personId: "ben", bars: [{ from: 9, until: 12, override: false }] },
  ]);
});

it("names every gap once", () => {
  expect(
    gapsOf([shift(null, 0, 2), shift(null, 2, 3), shift("ana", 3, 4), shift(null, 4, 5)]),
  ).toEqual([
    { from: 0, until: 3 },
    { from: 4, until: 5 },
  ]);
});

it("counts days on the local clock, also over a clock change", () => {
  const zone = "Europe/Berlin";
  const from = dayBegan(at("2026-10-24T12:00:00Z"), zone);
  expect(from).toBe(at("2026-10-23T22:00:00Z"));
  expect(daysOn(from, 2, zone)).toBe(at("2026-10-25T23:00:00Z"));
  expect(midnightsBetween(from, daysOn(from, 3, zone), zone, 1)).toEqual([
    at("2026-10-24T22:00:00Z"),
    at("2026-10-25T23:00:00Z"),
  ]);
});
