import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDuration,
  Duration,
  describeDuration,
  durationMs,
  OffsetText,
} from "@/core/calendar/duration";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const plus = (from: string, text: string, zone: string) =>
  toRfc3339(addDuration(at(from), text, zone));

describe("Duration", () => {
  it.each(["PT4H", "P3D", "P1W", "P1M", "P1Y2M3W4DT5H6M7S", "P10Y", "P120M", "PT0H1S"])(
    "accepts %s",
    (text) => {
      expect(Duration.parse(text)).toBe(text);
    },
  );

  it.each([
    "",
    "P",
    "PT",
    "P1DT",
    "3 days",
    "P-1D",
    "-P1D",
    "p1d",
    "P1H",
    "PT1D",
    "P1.5D",
    " P1D",
    "P0D",
    "PT0S",
    "P11Y",
    "P121M",
    "P999999999Y",
    `P${"1".repeat(30)}D`,
  ])("refuses %j with an example", (text) => {
    const result = Duration.safeParse(text);
    expect(result.success).toBe(false);
    expect(result.error?.issues).toHaveLength(1);
    expect(result.error?.issues[0]?.message).toMatch(/such as "P|write "P/);
  });

  it("lets an offset have a sign or be zero, and nothing else more", () => {
    for (const text of ["-P2D", "+PT1H", "P3D", "P0D", "-PT0S"]) {
      expect(OffsetText.safeParse(text).success).toBe(true);
    }
    for (const text of ["--P2D", "-", "−P2D", "-P11Y", "-2D"]) {
      expect(OffsetText.safeParse(text).success).toBe(false);
    }
  });
});

describe("addDuration", () => {
  it("keeps the wall clock over the night the clocks go forward in Berlin", () => {
    expect(plus("2026-03-28T08:00:00Z", "P1D", "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z");
    expect(plus("2026-03-28T08:00:00Z", "PT24H", "Europe/Berlin")).toBe("2026-03-29T08:00:00.000Z");
  });

  it("keeps the wall clock over the night the clocks go back in New York", () => {
    expect(plus("2026-10-31T13:00:00Z", "P1D", "America/New_York")).toBe(
      "2026-11-01T14:00:00.000Z",
    );
  });

  it("moves a skipped wall time to the next valid minute", () => {
    expect(plus("2026-03-28T01:30:00Z", "P1D", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("moves by half an hour where the clocks do, on Lord Howe", () => {
    expect(plus("2026-10-03T00:00:00Z", "P1D", "Australia/Lord_Howe")).toBe(
      "2026-10-03T23:30:00.000Z",
    );
  });

  it("gives 28 February for 29 February and a year, and 29 February for four", () => {
    expect(plus("2028-02-29T09:00:00Z", "P1Y", "UTC")).toBe("2029-02-28T09:00:00.000Z");
    expect(plus("2028-02-29T09:00:00Z", "P4Y", "UTC")).toBe("2032-02-29T09:00:00.000Z");
  });

  it("clamps a month to its last day, then counts days", () => {
    expect(plus("2026-01-31T09:00:00Z", "P1M", "UTC")).toBe("2026-02-28T09:00:00.000Z");
    expect(plus("2026-01-31T09:00:00Z", "P1M1D", "UTC")).toBe("2026-03-01T09:00:00.000Z");
    expect(plus("2026-12-31T09:00:00Z", "P2M", "UTC")).toBe("2027-02-28T09:00:00.000Z");
  });

  it("counts months on the local date, not the one in UTC", () => {
    expect(plus("2026-01-31T15:30:00Z", "P1M", "Asia/Tokyo")).toBe("2026-02-28T15:30:00.000Z");
  });

  it("goes back by a negative offset", () => {
    const due = at("2025-12-15T22:59:59.999Z");
    expect(toRfc3339(addDuration(due, "-P2D", "Europe/Berlin"))).toBe("2025-12-13T22:59:59.999Z");
    expect(toRfc3339(addDuration(due, "+PT1S", "Europe/Berlin"))).toBe("2025-12-15T23:00:00.999Z");
    expect(toRfc3339(addDuration(at("2026-03-31T09:00:00Z"), "-P1M", "UTC"))).toBe(
      "2026-02-28T09:00:00.000Z",
    );
  });

  it("throws for text nobody checked", () => {
    expect(() => addDuration(0, "tomorrow", "UTC")).toThrow(RangeError);
  });

  it("never ends before it began, and later starts never end earlier where clocks do not change", () => {
    const instant = fc.integer({ min: 0, max: at("2090-01-01T00:00:00Z") });
    const text = fc.constantFrom("PT1S", "P1D", "P1W", "P1M", "P1Y", "P1M2DT3H");
    fc.assert(
      fc.property(instant, instant, text, (a, b, length) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        expect(addDuration(first, length, "Europe/Berlin")).toBeGreaterThan(first);
        expect(addDuration(first, length, "Asia/Tokyo")).toBeLessThanOrEqual(
          addDuration(last, length, "Asia/Tokyo"),
        );
      }),
    );
  });
});

describe("durationMs and describeDuration", () => {
  it("orders durations by an approximate length", () => {
    expect(durationMs("PT4H")).toBe(4 * HOUR_MS);
    expect(durationMs("-P2DT1H")).toBe(-(2 * DAY_MS + HOUR_MS));
    expect(durationMs("P12M")).toBe(durationMs("P1Y"));
    expect(Object.is(durationMs("-P0D"), 0)).toBe(true);
  });

  it("lists the parts of a sentence without sign and without zeros", () => {
    expect(describeDuration("-P1W2DT0H30M")).toEqual([
      { n: 1, unit: "week" },
      { n: 2, unit: "day" },
      { n: 30, unit: "minute" },
    ]);
  });
});
