import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  clockShiftMs,
  endOfDay,
  isZone,
  localDate,
  localParts,
  parseMoment,
  TimeZone,
} from "@/core/calendar/zone";
import { fromCivil, offsetAt } from "@/core/calendar/zone-offset";
import { toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const read = (value: unknown, zone: string) => {
  const moment = parseMoment(value, zone);
  return moment === null ? null : toRfc3339(moment);
};
const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "America/Nuuk",
  "Asia/Kathmandu",
  "America/Havana",
  "UTC",
];

describe("zones", () => {
  it("takes IANA names", () => {
    for (const zone of [...ZONES, "America/Argentina/Buenos_Aires", "Etc/GMT+3"])
      expect(isZone(zone)).toBe(true);
  });

  it.each([
    "Europe/Berlinn",
    "+01:00",
    "",
    "Z",
    "Berlin",
    "2020-01-01T00:00[Europe/Berlin]",
    "Europe/Berlin ",
    "x".repeat(80),
  ])("refuses %j", (text) => {
    expect(isZone(text)).toBe(false);
  });

  it("names the unknown zone and an example in its message", () => {
    const message = TimeZone.safeParse("Mars/Olympus").error?.issues[0]?.message;
    expect(message).toContain('"Mars/Olympus"');
    expect(message).toContain('"Europe/Berlin"');
  });
});

describe("offsets", () => {
  const instant = fc.integer({ min: at("1970-01-01T00:00:00Z"), max: at("2100-01-01T00:00:00Z") });
  const zoned = (moment: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);

  it("are those of Temporal at any moment", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (moment, zone) => {
        expect(offsetAt(moment, zone)).toBe(zoned(moment, zone).offsetNanoseconds / 1e6);
      }),
      { numRuns: 300 },
    );
  });

  it("change in the millisecond in which the clocks change", () => {
    for (const [zone, moment, before, after] of [
      ["Europe/Berlin", "2026-03-29T01:00:00Z", 60, 120],
      ["America/New_York", "2026-11-01T06:00:00Z", -240, -300],
      ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", 660, 630],
      ["Pacific/Apia", "2011-12-30T10:00:00Z", -600, 840],
      ["Africa/Casablanca", "2026-02-15T02:00:00Z", 60, 0],
    ] as const) {
      expect(offsetAt(at(moment) - 1, zone) / 60_000).toBe(before);
      expect(offsetAt(at(moment), zone) / 60_000).toBe(after);
    }
  });

  it("turn a clock's reading into the moment Temporal gives, except in a gap", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (civil, zone) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(civil)
          .toZonedDateTimeISO("UTC")
          .toPlainDateTime();
        const expected = plain.toZonedDateTime(zone, { disambiguation: "compatible" });
        const moment = fromCivil(civil, zone);
        if (expected.toPlainDateTime().equals(plain))
          expect(moment).toBe(expected.epochMilliseconds);
        else expect(offsetAt(moment - 1, zone)).toBeLessThan(offsetAt(moment, zone));
      }),
      { numRuns: 300 },
    );
  });
});

describe("localParts", () => {
  it("reads the wall in the zone", () => {
    expect(localParts(at("2025-12-31T15:04:05Z"), "Asia/Tokyo")).toEqual({
      date: "2026-01-01",
      time: "00:04",
      weekday: "thu",
      year: 2026,
      month: 1,
      day: 1,
      hour: 0,
      minute: 4,
      second: 5,
    });
    expect(localDate(at("2026-01-01T04:59:59Z"), "America/New_York")).toBe("2025-12-31");
  });
});

describe("endOfDay", () => {
  it("is the last millisecond of the local day, on long and short days too", () => {
    expect(toRfc3339(endOfDay("2025-12-15", "Europe/Berlin"))).toBe("2025-12-15T22:59:59.999Z");
    expect(toRfc3339(endOfDay("2026-03-29", "Europe/Berlin"))).toBe("2026-03-29T21:59:59.999Z");
    expect(toRfc3339(endOfDay("2026-10-25", "Europe/Berlin"))).toBe("2026-10-25T22:59:59.999Z");
    expect(toRfc3339(endOfDay("2028-02-29", "UTC"))).toBe("2028-02-29T23:59:59.999Z");
  });

  it("refuses a day no calendar has", () => {
    expect(() => endOfDay("2027-02-29", "UTC")).toThrow(RangeError);
  });
});

describe("parseMoment", () => {
  it.each([
    ["2025-12-15", "2025-12-15T22:59:59.999Z"],
    ["2028-02-29", "2028-02-29T22:59:59.999Z"],
    ["2025-12-15T10:00:00Z", "2025-12-15T10:00:00.000Z"],
    ["2025-12-15t10:00:00.1234567z", "2025-12-15T10:00:00.123Z"],
    ["2025-12-15T10:00:00-05:30", "2025-12-15T15:30:00.000Z"],
    ["2025-12-15 10:00+01:00", "2025-12-15T09:00:00.000Z"],
    ["2025-12-15T10:00", "2025-12-15T09:00:00.000Z"],
    ["2025-07-15T10:00:00", "2025-07-15T08:00:00.000Z"],
    ["2026-03-29T02:30:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"],
    [" 2025-12-15 ", "2025-12-15T22:59:59.999Z"],
  ])("reads %j in Berlin", (text, expected) => {
    expect(read(text, "Europe/Berlin")).toBe(expected);
  });

  it.each([
    ["2026-02-30"],
    ["2027-02-29"],
    ["2026-02-30T10:00:00Z"],
    ["2026-13-01"],
    ["2026-1-1"],
    ["2026-01-01T24:00:00Z"],
    ["2026-01-01T10:60Z"],
    ["2026-01-01T10:00:00+25:00"],
    ["0001-01-01"],
    ["9999-12-31T00:00:00Z"],
    ["tomorrow"],
    [""],
    [1_765_000_000_000],
    [null],
    [undefined],
    [{}],
  ])("gives null for %j", (value) => {
    expect(read(value, "Europe/Berlin")).toBeNull();
  });

  it("reads back every moment the API writes", () => {
    const instant = fc.integer({
      min: at("1900-01-02T00:00:00Z"),
      max: at("9998-12-30T00:00:00Z"),
    });
    fc.assert(
      fc.property(instant, (moment) => {
        expect(parseMoment(toRfc3339(moment), "Asia/Tokyo")).toBe(moment);
      }),
    );
  });
});

describe("clockShiftMs", () => {
  it("tells which days have a clock change", () => {
    expect(clockShiftMs(at("2026-03-08T13:00:00Z"), "America/New_York")).toBe(3_600_000);
    expect(clockShiftMs(at("2026-11-01T13:00:00Z"), "America/New_York")).toBe(-3_600_000);
    expect(clockShiftMs(at("2026-03-09T13:00:00Z"), "America/New_York")).toBe(0);
    expect(clockShiftMs(at("2026-03-07T13:00:00Z"), "America/New_York")).toBe(0);
    expect(clockShiftMs(at("2026-03-08T00:00:00Z"), "Asia/Tokyo")).toBe(0);
  });

  it("names the new day, not the old one, where clocks change at midnight", () => {
    expect(clockShiftMs(at("2026-03-07T17:00:00Z"), "America/Havana")).toBe(0);
    expect(clockShiftMs(at("2026-03-08T17:00:00Z"), "America/Havana")).toBe(3_600_000);
  });
});
