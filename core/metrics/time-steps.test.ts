import { describe, expect, it } from "vitest";
import { comparedPeriod } from "./compared-period";
import { periodOf } from "./period";
import { grainOf, stepsOf, stepWith } from "./time-steps";

const BERLIN = "Europe/Berlin";

function during(from: string, to: string) {
  const period = periodOf({ from, to }, BERLIN, 0);
  if ("refused" in period) throw new Error(period.refused.message);
  return period;
}

describe("steps of a trend", () => {
  it("are hours up to two days, days up to a quarter, weeks up to a year", () => {
    expect(grainOf(during("2026-03-01", "2026-03-02"), BERLIN)).toBe("hour");
    expect(grainOf(during("2026-03-01", "2026-03-03"), BERLIN)).toBe("day");
    expect(grainOf(during("2026-01-01", "2026-04-02"), BERLIN)).toBe("day");
    expect(grainOf(during("2026-01-01", "2026-04-03"), BERLIN)).toBe("week");
    expect(grainOf(during("2026-01-01", "2027-01-01"), BERLIN)).toBe("week");
  });

  it("are all there, the first and the last as well", () => {
    expect(stepsOf(during("2026-02-27", "2026-03-02"), BERLIN, "day")).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    expect(stepsOf(during("2026-03-04", "2026-03-16"), BERLIN, "week")).toEqual([
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
    ]);
    expect(stepsOf(during("2026-01-31", "2026-03-01"), BERLIN, "month")).toEqual([
      "2026-01-01",
      "2026-02-01",
      "2026-03-01",
    ]);
  });

  it("leave out the hour that the clocks skip, and name the one they show twice once", () => {
    const spring = stepsOf(during("2026-03-29", "2026-03-29"), BERLIN, "hour");
    expect(spring).toHaveLength(23);
    expect(spring).not.toContain("2026-03-29T02");
    expect(stepsOf(during("2026-10-25", "2026-10-25"), BERLIN, "hour")).toHaveLength(24);
  });

  it("of a day are gathered into its week and month", () => {
    expect(stepWith("2026-03-15", "week")).toBe("2026-03-09");
    expect(stepWith("2026-03-15", "month")).toBe("2026-03-01");
    expect(stepWith("2026-03-15T14", "day")).toBe("2026-03-15");
    expect(stepWith("2026-03-15T14", "hour")).toBe("2026-03-15T14");
  });
});

describe("the compared period", () => {
  const dates = (from: string, to: string, how: "previous" | "year") => {
    const compared = comparedPeriod(during(from, to), BERLIN, how);
    return stepsOf(compared, BERLIN, "day").filter((_, i, all) => i === 0 || i === all.length - 1);
  };

  it("begins on the same weekday, back by the whole weeks that cover the period", () => {
    expect(dates("2026-03-09", "2026-03-15", "previous")).toEqual(["2026-03-02", "2026-03-08"]);
    expect(dates("2026-03-01", "2026-03-30", "previous")).toEqual(["2026-01-25", "2026-02-23"]);
    expect(dates("2026-03-09", "2026-03-09", "previous")).toEqual(["2026-03-02"]);
  });

  it("of a year ago lies 52 weeks back", () => {
    expect(dates("2026-03-09", "2026-03-15", "year")).toEqual(["2025-03-10", "2025-03-16"]);
  });

  it("begins at midnight also where the clocks changed between", () => {
    const { from } = comparedPeriod(during("2026-03-30", "2026-04-05"), BERLIN, "previous");
    expect(new Date(from).toISOString()).toBe("2026-03-22T23:00:00.000Z");
  });
});
