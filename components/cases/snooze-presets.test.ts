import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { snoozePresets } from "./snooze-presets";

const FRIDAY = Date.parse("2026-03-27T10:00:00Z");
const presets = (dueAt: number | null) =>
  snoozePresets(FRIDAY, dueAt, "Europe/Berlin", DEFAULT_CALENDAR).map(
    ({ preset, at }) => `${preset} = ${new Date(at).toISOString()}`,
  );

describe("snoozePresets", () => {
  it("keeps the person's nine o'clock over a change of the clocks and skips the weekend", () => {
    expect(presets(null)).toEqual([
      "later_today = 2026-03-27T13:00:00.000Z",
      "tomorrow = 2026-03-28T08:00:00.000Z",
      "business_day = 2026-03-30T07:00:00.000Z",
      "week = 2026-04-03T07:00:00.000Z",
    ]);
  });

  it("leaves out a moment before the due date that has passed", () => {
    expect(presets(FRIDAY)).toHaveLength(4);
    expect(presets(Date.parse("2026-04-08T10:00:00Z")).at(-1)).toContain("2026-04-07T07:00");
  });

  it("shows a moment once, under its first name", () => {
    const monday = Date.parse("2026-03-30T10:00:00Z");
    const labels = snoozePresets(monday, null, "Europe/Berlin", DEFAULT_CALENDAR).map(
      (p) => p.preset,
    );
    expect(labels).toContain("tomorrow");
    expect(labels).not.toContain("business_day");
  });
});
