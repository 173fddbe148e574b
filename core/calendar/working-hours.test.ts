import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { resolveCalendar, WorkCalendar } from "@/core/calendar/work-calendar";
import {
  addWorkingTime,
  nextWorkingMoment,
  workingMsBetween,
  workingMsUpTo,
} from "@/core/calendar/working-hours";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const text = (moment: number | null) => (moment === null ? null : toRfc3339(moment));
const calendarOf = (hours: unknown, timeZone = "UTC", holidays: string[] = []) =>
  resolveCalendar(WorkCalendar.parse({ timeZone, hours }), holidays);
const BERLIN = calendarOf(DEFAULT_CALENDAR.hours, "Europe/Berlin");
const NIGHT = calendarOf(
  [{ days: ["mon", "fri", "sat", "sun"], from: "22:00", to: "06:00" }],
  "America/New_York",
);
const OVERLAP = calendarOf([
  { days: ["mon"], from: "09:00", to: "12:00" },
  { days: ["mon"], from: "11:00", to: "13:00" },
  { days: ["mon"], from: "10:00", to: "10:30" },
  { days: ["mon"], from: "14:00", to: "24:00" },
]);

describe("addWorkingTime", () => {
  it("goes from Friday 16:00 by 10 h to Tuesday 10:00", () => {
    expect(text(addWorkingTime(at("2026-01-09T15:00:00Z"), 10 * HOUR_MS, BERLIN))).toBe(
      "2026-01-13T09:00:00.000Z",
    );
  });

  it("ends at closing time when the day is used up exactly, and starts at opening time for nothing", () => {
    expect(text(addWorkingTime(at("2026-01-09T15:00:00Z"), HOUR_MS, BERLIN))).toBe(
      "2026-01-09T16:00:00.000Z",
    );
    expect(text(addWorkingTime(at("2026-01-10T15:00:00Z"), 0, BERLIN))).toBe(
      "2026-01-12T08:00:00.000Z",
    );
  });

  it("leaves out holidays", () => {
    const calendar = resolveCalendar(BERLIN, ["2026-01-12"]);
    expect(text(addWorkingTime(at("2026-01-09T15:00:00Z"), 10 * HOUR_MS, calendar))).toBe(
      "2026-01-14T09:00:00.000Z",
    );
  });

  it("runs two hours from Friday 16:30 over a free Monday to Tuesday 10:30", () => {
    const calendar = resolveCalendar(BERLIN, ["2026-04-06"]);
    // Across the Easter weekend: Good Friday is worked, Easter Monday is not.
    expect(text(addWorkingTime(at("2026-04-03T14:30:00Z"), 2 * HOUR_MS, calendar))).toBe(
      "2026-04-07T08:30:00.000Z",
    );
  });

  it("counts hours that overlap once", () => {
    expect(text(addWorkingTime(at("2026-01-12T09:00:00Z"), 5 * HOUR_MS, OVERLAP))).toBe(
      "2026-01-12T15:00:00.000Z",
    );
    expect(workingMsBetween(at("2026-01-12T00:00:00Z"), at("2026-01-13T00:00:00Z"), OVERLAP)).toBe(
      14 * HOUR_MS,
    );
  });

  it("works through the night, an hour less when the clocks go forward", () => {
    expect(workingMsBetween(at("2026-03-07T12:00:00Z"), at("2026-03-08T18:00:00Z"), NIGHT)).toBe(
      7 * HOUR_MS,
    );
    expect(workingMsBetween(at("2026-10-31T12:00:00Z"), at("2026-11-01T18:00:00Z"), NIGHT)).toBe(
      9 * HOUR_MS,
    );
    expect(text(nextWorkingMoment(at("2026-01-10T08:00:00Z"), NIGHT))).toBe(
      "2026-01-10T08:00:00.000Z",
    );
  });

  it("gives null for more than ten years hold", () => {
    expect(addWorkingTime(0, 30_000 * HOUR_MS, BERLIN)).toBeNull();
  });

  it("is what workingMsBetween measures", () => {
    const instant = fc.integer({
      min: at("2020-01-01T00:00:00Z"),
      max: at("2035-01-01T00:00:00Z"),
    });
    const length = fc.integer({ min: 1, max: 100 * HOUR_MS });
    fc.assert(
      fc.property(
        instant,
        length,
        fc.constantFrom(BERLIN, NIGHT, OVERLAP),
        (from, ms, calendar) => {
          const to = addWorkingTime(from, ms, calendar) ?? 0;
          expect(workingMsBetween(from, to, calendar)).toBe(ms);
          expect(workingMsBetween(from, to - 1, calendar)).toBe(ms - 1);
        },
      ),
    );
  });

  it("is the same for many moments up to one", () => {
    const step = fc.integer({ min: -DAY_MS, max: 60 * DAY_MS });
    fc.assert(
      fc.property(
        fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2026-12-01T00:00:00Z") }),
        step,
        fc.array(fc.integer({ min: 0, max: 70 * DAY_MS })),
        fc.constantFrom(BERLIN, NIGHT, OVERLAP),
        (from, length, moments, calendar) => {
          const upTo = workingMsUpTo(from, from + length, calendar);
          for (const moment of moments) {
            const expected = workingMsBetween(from + moment, from + length, calendar);
            expect(upTo(from + moment)).toBe(expected);
          }
        },
      ),
    );
  });

  it("adds up over any moment between", () => {
    const instant = fc.integer({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2026-06-01T00:00:00Z"),
    });
    const step = fc.integer({ min: 0, max: 20 * DAY_MS });
    fc.assert(
      fc.property(instant, step, step, (a, first, second) => {
        const [b, c] = [a + first, a + first + second];
        expect(workingMsBetween(a, b, NIGHT) + workingMsBetween(b, c, NIGHT)).toBe(
          workingMsBetween(a, c, NIGHT),
        );
        expect(workingMsBetween(c, a, NIGHT)).toBe(0);
      }),
    );
  });
});
