import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "@/core/calendar/civil";
import { endOfQuiet, isQuiet, nextInWindow, QuietHours } from "@/core/calendar/windows";
import { DAY_MS, HOUR_MS, MINUTE_MS, toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const text = (moment: number | null) => (moment === null ? null : toRfc3339(moment));
const ALL = [...WEEKDAYS];
const NIGHTS: QuietHours = [{ days: ALL, from: "22:00", to: "07:00" }];
const BERLIN = "Europe/Berlin";

describe("quiet hours", () => {
  it("cross midnight", () => {
    expect(isQuiet(at("2026-01-05T20:59:59Z"), NIGHTS, BERLIN)).toBe(false);
    expect(isQuiet(at("2026-01-05T21:00:00Z"), NIGHTS, BERLIN)).toBe(true);
    expect(isQuiet(at("2026-01-06T05:59:59Z"), NIGHTS, BERLIN)).toBe(true);
    expect(isQuiet(at("2026-01-06T06:00:00Z"), NIGHTS, BERLIN)).toBe(false);
    expect(text(endOfQuiet(at("2026-01-05T23:00:00Z"), NIGHTS, BERLIN))).toBe(
      "2026-01-06T06:00:00.000Z",
    );
  });

  it("belong to the day on which they start", () => {
    const friday: QuietHours = [{ days: ["fri"], from: "22:00", to: "07:00" }];
    expect(isQuiet(at("2026-01-10T03:00:00Z"), friday, BERLIN)).toBe(true);
    expect(isQuiet(at("2026-01-09T03:00:00Z"), friday, BERLIN)).toBe(false);
  });

  it("join when they touch: Friday night to Monday morning", () => {
    const weekend: QuietHours = [...NIGHTS, { days: ["sat", "sun"], from: "00:00", to: "24:00" }];
    expect(text(endOfQuiet(at("2026-01-09T22:00:00Z"), weekend, BERLIN))).toBe(
      "2026-01-12T06:00:00.000Z",
    );
  });

  it("end at the local hour on nights the clocks change", () => {
    expect(text(endOfQuiet(at("2026-03-28T22:00:00Z"), NIGHTS, BERLIN))).toBe(
      "2026-03-29T05:00:00.000Z",
    );
    expect(text(endOfQuiet(at("2026-10-24T22:00:00Z"), NIGHTS, BERLIN))).toBe(
      "2026-10-25T06:00:00.000Z",
    );
  });

  it("give null when they never end, and the moment itself when there are none", () => {
    expect(endOfQuiet(0, [{ days: ALL, from: "00:00", to: "24:00" }], BERLIN)).toBeNull();
    expect(
      endOfQuiet(
        0,
        [
          { days: ALL, from: "06:00", to: "18:00" },
          { days: ALL, from: "18:00", to: "06:00" },
        ],
        BERLIN,
      ),
    ).toBeNull();
    expect(endOfQuiet(7, [], BERLIN)).toBe(7);
  });

  it("find the one free hour of a week", () => {
    const busy: QuietHours = [
      { days: ALL.filter((day) => day !== "wed"), from: "00:00", to: "24:00" },
      { days: ["wed"], from: "00:00", to: "12:00" },
      { days: ["wed"], from: "13:00", to: "24:00" },
    ];
    expect(text(endOfQuiet(at("2026-01-07T13:00:00Z"), busy, "UTC"))).toBe(
      "2026-01-14T12:00:00.000Z",
    );
  });

  it("refuse a window of no length", () => {
    expect(QuietHours.safeParse([{ days: ["mon"], from: "09:00", to: "09:00" }]).success).toBe(
      false,
    );
  });

  it("are over at endOfQuiet and not a minute before", () => {
    const clock = fc
      .integer({ min: 0, max: 95 })
      .map(
        (n) => `${String(Math.floor(n / 4)).padStart(2, "0")}:${["00", "15", "30", "45"][n % 4]}`,
      );
    const window = fc
      .record({ days: fc.subarray(ALL, { minLength: 1 }), from: clock, to: clock })
      .filter(({ from, to }) => from !== to);
    const instant = fc.integer({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2027-01-01T00:00:00Z"),
    });
    const zone = fc.constantFrom(
      BERLIN,
      "America/New_York",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "Asia/Tokyo",
    );
    fc.assert(
      fc.property(
        instant,
        fc.array(window, { maxLength: 4 }),
        zone,
        fc.float({ min: 0, max: 1, noNaN: true }),
        (moment, quiet, where, share) => {
          const end = endOfQuiet(moment, quiet, where);
          const until = end ?? moment + 10 * DAY_MS;
          if (end !== null) expect(isQuiet(end, quiet, where)).toBe(false);
          expect(until).toBeGreaterThanOrEqual(moment);
          const probes = [moment, until - 1, Math.floor(moment + share * (until - moment))];
          for (
            let probe = until - 15 * MINUTE_MS;
            probe > until - 4 * HOUR_MS;
            probe -= 15 * MINUTE_MS
          )
            probes.push(probe);
          for (const probe of probes) {
            if (probe >= moment && probe < until) expect(isQuiet(probe, quiet, where)).toBe(true);
          }
        },
      ),
    );
  });
});

describe("nextInWindow", () => {
  const SMS = { from: "08:00", to: "20:00" };

  it("waits for the morning, and only outside the window", () => {
    expect(text(nextInWindow(at("2026-01-05T06:59:00Z"), SMS, BERLIN))).toBe(
      "2026-01-05T07:00:00.000Z",
    );
    expect(text(nextInWindow(at("2026-01-05T12:34:56Z"), SMS, BERLIN))).toBe(
      "2026-01-05T12:34:56.000Z",
    );
    expect(text(nextInWindow(at("2026-01-05T19:00:00Z"), SMS, BERLIN))).toBe(
      "2026-01-06T07:00:00.000Z",
    );
    expect(text(nextInWindow(at("2026-03-28T19:00:00Z"), SMS, BERLIN))).toBe(
      "2026-03-29T06:00:00.000Z",
    );
  });

  it("takes a window over midnight", () => {
    const night = { from: "20:00", to: "02:00" };
    expect(text(nextInWindow(at("2026-01-05T01:59:00Z"), night, "UTC"))).toBe(
      "2026-01-05T01:59:00.000Z",
    );
    expect(text(nextInWindow(at("2026-01-05T02:00:00Z"), night, "UTC"))).toBe(
      "2026-01-05T20:00:00.000Z",
    );
  });

  it("lets the day Samoa left out pass", () => {
    expect(text(nextInWindow(at("2011-12-30T08:00:00Z"), SMS, "Pacific/Apia"))).toBe(
      "2011-12-30T18:00:00.000Z",
    );
  });

  it("is never earlier than asked and stays where it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at("2060-01-01T00:00:00Z") }), (moment) => {
        const inside = nextInWindow(moment, SMS, "America/New_York");
        expect(inside).toBeGreaterThanOrEqual(moment);
        expect(nextInWindow(inside, SMS, "America/New_York")).toBe(inside);
      }),
    );
  });
});
