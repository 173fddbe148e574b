import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { isBusinessDay, resolveCalendar, WorkCalendar } from "@/core/calendar/work-calendar";

const hours = [{ days: ["mon", "tue", "wed", "thu"], from: "09:00", to: "17:00" }];

describe("WorkCalendar", () => {
  it("fills in holidays nobody named", () => {
    const none = { country: null, extra: [], except: [] };
    expect(WorkCalendar.parse({ timeZone: "Europe/Berlin", hours }).holidays).toEqual(none);
    expect(
      WorkCalendar.parse({ timeZone: "UTC", hours, holidays: { country: "DE" } }).holidays,
    ).toEqual({ ...none, country: "DE" });
  });

  it.each([
    ["timeZone", { timeZone: "Berlin", hours }],
    ["hours", { timeZone: "UTC", hours: [] }],
    ["hours.0.days", { timeZone: "UTC", hours: [{ days: [], from: "09:00", to: "17:00" }] }],
    [
      "hours.0.days",
      { timeZone: "UTC", hours: [{ days: ["mon", "mon"], from: "09:00", to: "17:00" }] },
    ],
    ["hours.0.to", { timeZone: "UTC", hours: [{ days: ["mon"], from: "09:00", to: "09:00" }] }],
    ["hours.0.from", { timeZone: "UTC", hours: [{ days: ["mon"], from: "24:00", to: "09:00" }] }],
    ["holidays.country", { timeZone: "UTC", hours, holidays: { country: "Germany" } }],
    ["holidays.extra.0", { timeZone: "UTC", hours, holidays: { extra: ["2026-02-30"] } }],
    ["", { timeZone: "UTC", hours, key: "main" }],
  ])("points at %s", (path, input) => {
    expect(WorkCalendar.safeParse(input).error?.issues[0]?.path.join(".")).toBe(path);
  });
});

describe("isBusinessDay", () => {
  it("knows weekdays, public holidays, extra days off and exceptions", () => {
    const calendar = resolveCalendar(
      WorkCalendar.parse({
        timeZone: "UTC",
        hours,
        holidays: { extra: ["2026-12-24"], except: ["2026-10-05"] },
      }),
      ["2026-12-25", "2026-10-05", "2026-01-01"],
    );
    expect(isBusinessDay(calendar, "2026-12-23")).toBe(true);
    expect(isBusinessDay(calendar, "2026-12-24")).toBe(false);
    expect(isBusinessDay(calendar, "2026-01-01")).toBe(false);
    expect(isBusinessDay(calendar, "2026-10-05")).toBe(true);
    expect(isBusinessDay(calendar, "2026-10-02")).toBe(false);
    expect(isBusinessDay(calendar, "someday")).toBe(false);
  });

  it("is Monday to Friday by default", () => {
    const week = [
      "2026-01-05",
      "2026-01-06",
      "2026-01-07",
      "2026-01-08",
      "2026-01-09",
      "2026-01-10",
      "2026-01-11",
    ];
    expect(week.map((date) => isBusinessDay(DEFAULT_CALENDAR, date))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
