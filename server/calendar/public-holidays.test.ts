import { describe, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import { hasPublicHolidays, publicHolidays } from "@/server/calendar/public-holidays";

describe("publicHolidays", () => {
  it("lists the nine nationwide days of Germany, and more in Berlin", () => {
    const germany = publicHolidays("DE", undefined, [2026]);
    expect(germany).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-05-14",
      "2026-05-25",
      "2026-10-03",
      "2026-12-25",
      "2026-12-26",
    ]);
    expect(publicHolidays("DE", "BE", [2026])).toContain("2026-03-08");
  });

  it("takes public holidays only: no Valentine's Day, no Mother's Day", () => {
    expect(publicHolidays("DE", undefined, [2026])).not.toContain("2026-02-14");
  });

  it("takes the day off instead, where a holiday falls on a weekend", () => {
    expect(publicHolidays("US", undefined, [2026])).toContain("2026-07-03");
  });

  it("lists every day of a long holiday, but not its half days", () => {
    const turkey = publicHolidays("TR", undefined, [2026]);
    expect(turkey).toEqual(expect.arrayContaining(["2026-03-20", "2026-03-21", "2026-03-22"]));
    expect(turkey).not.toContain("2026-03-23");
  });

  it("gives several years in order, without repeats", () => {
    const dates = publicHolidays("JP", undefined, [2027, 2026, 2026]);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates[0]).toBe("2026-01-01");
    expect(dates).toContain("2027-01-01");
  });

  it("refuses a country or region it knows nothing about, rather than call every day a business day", () => {
    expect(() => publicHolidays("XX", undefined, [2026])).toThrow(AppError);
    expect(() => publicHolidays("DE", "ZZ", [2026])).toThrow(AppError);
    expect(hasPublicHolidays("DE", "BE")).toBe(true);
    expect(hasPublicHolidays("SG", "01")).toBe(false);
    expect(hasPublicHolidays("toString")).toBe(false);
  });
});
