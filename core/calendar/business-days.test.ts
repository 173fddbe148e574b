import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  DEFAULT_CALENDAR,
  rollToBusinessDay,
  SCAN_DAYS_MAX,
} from "@/core/calendar/business-days";
import { dateText } from "@/core/calendar/civil";
import { isBusinessDay, resolveCalendar } from "@/core/calendar/work-calendar";
import { localParts } from "@/core/calendar/zone";
import { toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const text = (moment: number | null) => (moment === null ? null : toRfc3339(moment));
const BERLIN = "Europe/Berlin";

describe("addBusinessDays", () => {
  it("leaves out the weekend and keeps the wall time", () => {
    expect(text(addBusinessDays(at("2025-12-15T08:00:00Z"), -2, BERLIN, DEFAULT_CALENDAR))).toBe(
      "2025-12-11T08:00:00.000Z",
    );
    expect(text(addBusinessDays(at("2025-12-12T08:00:00Z"), 1, BERLIN, DEFAULT_CALENDAR))).toBe(
      "2025-12-15T08:00:00.000Z",
    );
  });

  it("keeps the wall time over a clock change", () => {
    expect(text(addBusinessDays(at("2026-03-27T08:00:00Z"), 1, BERLIN, DEFAULT_CALENDAR))).toBe(
      "2026-03-30T07:00:00.000Z",
    );
  });

  it("counts from a day off to the next business day", () => {
    expect(text(addBusinessDays(at("2025-12-13T08:00:00Z"), 1, BERLIN, DEFAULT_CALENDAR))).toBe(
      "2025-12-15T08:00:00.000Z",
    );
    expect(text(addBusinessDays(at("2025-12-13T08:00:00Z"), -1, BERLIN, DEFAULT_CALENDAR))).toBe(
      "2025-12-12T08:00:00.000Z",
    );
    expect(addBusinessDays(5, 0, BERLIN, DEFAULT_CALENDAR)).toBe(5);
  });

  it("leaves out holidays", () => {
    const calendar = resolveCalendar(DEFAULT_CALENDAR, ["2025-12-25", "2025-12-26"]);
    expect(text(addBusinessDays(at("2025-12-24T08:00:00Z"), 1, BERLIN, calendar))).toBe(
      "2025-12-29T08:00:00.000Z",
    );
  });

  it("uses the local date of the zone, not the one in UTC", () => {
    expect(
      text(addBusinessDays(at("2025-12-11T15:30:00Z"), 1, "Asia/Tokyo", DEFAULT_CALENDAR)),
    ).toBe("2025-12-14T15:30:00.000Z");
  });

  it("gives null when no business day is left, instead of searching on", () => {
    const from = Math.floor(at("2026-01-01T00:00:00Z") / 86_400_000);
    const never = resolveCalendar(
      DEFAULT_CALENDAR,
      Array.from({ length: 2 * SCAN_DAYS_MAX + 1 }, (_, i) => dateText(from - SCAN_DAYS_MAX + i)),
    );
    expect(addBusinessDays(at("2026-01-01T08:00:00Z"), 1, BERLIN, never)).toBeNull();
    expect(rollToBusinessDay(at("2026-01-01T08:00:00Z"), BERLIN, never, "earlier")).toBeNull();
    expect(addBusinessDays(at("2026-01-01T08:00:00Z"), 5_000, BERLIN, DEFAULT_CALENDAR)).toBeNull();
  });

  it("comes back when it goes as far the other way, from a business day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: at("2060-01-01T00:00:00Z") }),
        fc.integer({ min: 1, max: 60 }),
        (moment, n) => {
          fc.pre(isBusinessDay(DEFAULT_CALENDAR, localParts(moment, "Asia/Tokyo").date));
          const there = addBusinessDays(moment, n, "Asia/Tokyo", DEFAULT_CALENDAR) ?? 0;
          expect(there).toBeGreaterThan(moment);
          expect(addBusinessDays(there, -n, "Asia/Tokyo", DEFAULT_CALENDAR)).toBe(moment);
        },
      ),
    );
  });
});

describe("rollToBusinessDay", () => {
  it("rolls in the direction it is told and leaves a business day alone", () => {
    const saturday = at("2025-12-13T08:00:00Z");
    expect(text(rollToBusinessDay(saturday, BERLIN, DEFAULT_CALENDAR, "earlier"))).toBe(
      "2025-12-12T08:00:00.000Z",
    );
    expect(text(rollToBusinessDay(saturday, BERLIN, DEFAULT_CALENDAR, "later"))).toBe(
      "2025-12-15T08:00:00.000Z",
    );
    expect(
      rollToBusinessDay(at("2025-12-15T08:00:00.123Z"), BERLIN, DEFAULT_CALENDAR, "later"),
    ).toBe(at("2025-12-15T08:00:00.123Z"));
  });
});
