import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atLocalTime, LocalTime } from "@/core/calendar/local-time";
import { localParts } from "@/core/calendar/zone";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const next = (from: string, time: string, zone: string) =>
  toRfc3339(atLocalTime(at(from), time, zone, "next"));
const ZONES = Intl.supportedValuesOf("timeZone");

describe("atLocalTime", () => {
  it("is the moment itself when the clock shows the time", () => {
    expect(next("2026-01-05T08:00:00Z", "09:00", "Europe/Berlin")).toBe("2026-01-05T08:00:00.000Z");
    expect(next("2026-01-05T08:00:00.001Z", "09:00", "Europe/Berlin")).toBe(
      "2026-01-06T08:00:00.000Z",
    );
  });

  it("gives 09:00 local in Tokyo and New York across 8 March 2026", () => {
    expect(next("2026-03-08T05:00:00Z", "09:00", "America/New_York")).toBe(
      "2026-03-08T13:00:00.000Z",
    );
    expect(next("2026-03-07T05:00:00Z", "09:00", "America/New_York")).toBe(
      "2026-03-07T14:00:00.000Z",
    );
    expect(next("2026-03-07T15:00:00Z", "09:00", "Asia/Tokyo")).toBe("2026-03-08T00:00:00.000Z");
  });

  it("moves a skipped time to the next valid minute, once", () => {
    expect(next("2026-03-28T23:00:00Z", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
    expect(next("2026-03-29T01:00:00.001Z", "02:30", "Europe/Berlin")).toBe(
      "2026-03-30T00:30:00.000Z",
    );
    expect(next("2026-10-03T15:00:00Z", "02:15", "Australia/Lord_Howe")).toBe(
      "2026-10-03T15:30:00.000Z",
    );
  });

  it("takes the first of two, and not the second after it", () => {
    expect(next("2026-10-24T23:00:00Z", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    expect(next("2026-10-25T00:30:00.001Z", "02:30", "Europe/Berlin")).toBe(
      "2026-10-26T01:30:00.000Z",
    );
  });

  it("has no 09:00 on the day Samoa left out", () => {
    expect(next("2011-12-29T19:00:00Z", "09:00", "Pacific/Apia")).toBe("2011-12-29T19:00:00.000Z");
    expect(next("2011-12-29T19:00:00.001Z", "09:00", "Pacific/Apia")).toBe(
      "2011-12-30T19:00:00.000Z",
    );
  });

  it("fires at midnight for a time skipped just before it, in Nuuk", () => {
    expect(next("2026-03-28T22:00:00Z", "23:30", "America/Nuuk")).toBe("2026-03-29T01:00:00.000Z");
    expect(next("2026-03-29T01:00:00Z", "23:30", "America/Nuuk")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("follows Morocco through the change before Ramadan", () => {
    expect(next("2026-02-14T23:30:00Z", "09:00", "Africa/Casablanca")).toBe(
      "2026-02-15T09:00:00.000Z",
    );
    expect(next("2026-02-13T23:30:00Z", "09:00", "Africa/Casablanca")).toBe(
      "2026-02-14T08:00:00.000Z",
    );
  });

  it("stays on the local date, before or after, when told so", () => {
    const evening = at("2025-12-15T22:59:59.999Z");
    expect(toRfc3339(atLocalTime(evening, "09:00", "Europe/Berlin", "same_day"))).toBe(
      "2025-12-15T08:00:00.000Z",
    );
    expect(toRfc3339(atLocalTime(evening, "09:00", "Asia/Tokyo", "same_day"))).toBe(
      "2025-12-16T00:00:00.000Z",
    );
  });

  it("is never earlier than asked, and nothing is left out before it", () => {
    const instant = fc.integer({
      min: at("1990-01-01T00:00:00Z"),
      max: at("2060-01-01T00:00:00Z"),
    });
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(instant, instant, minute, fc.constantFrom(...ZONES), (a, later, m, zone) => {
        const time = `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
        const fired = atLocalTime(a, time, zone, "next");
        expect(fired).toBeGreaterThanOrEqual(a);
        expect(fired - a).toBeLessThanOrEqual(2 * DAY_MS + HOUR_MS);
        expect(atLocalTime(fired, time, zone, "next")).toBe(fired);
        if (later >= a)
          expect(atLocalTime(later, time, zone, "next")).toBeGreaterThanOrEqual(fired);
      }),
      { numRuns: 200 },
    );
  });

  it("fires at 09:00 once on every local day of a year, in any zone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 2012, max: 2035 }), (zone, year) => {
        const dates = new Set<string>();
        let fired = atLocalTime(at(`${year}-01-01T00:00:00Z`), "09:00", zone, "next");
        for (let i = 0; i < 365; i++) {
          const { date, time } = localParts(fired, zone);
          expect(time).toBe("09:00");
          dates.add(date);
          fired = atLocalTime(fired + 1, "09:00", zone, "next");
        }
        expect(dates.size).toBe(365);
        const sorted = [...dates].sort();
        expect(at(sorted[364] ?? "") - at(sorted[0] ?? "")).toBe(364 * DAY_MS);
      }),
      { numRuns: 15 },
    );
  });
});

describe("LocalTime", () => {
  it("refuses what no clock shows", () => {
    expect(LocalTime.safeParse("23:59").success).toBe(true);
    for (const text of ["9:00", "24:00", "12:60", "0900", "09:00:00"]) {
      expect(LocalTime.safeParse(text).success).toBe(false);
    }
  });
});
