import { expect, test } from "vitest";
import { WorkCalendar } from "@/core/calendar/work-calendar";
import { freeDays, holidayCountries, holidayRegions } from "./holidays";

const HOURS = [{ days: ["mon"], from: "09:00", to: "17:00" }];
const calendar = (holidays: object) =>
  WorkCalendar.parse({ timeZone: "Europe/Berlin", hours: HOURS, holidays });

test("free days are those of the place and the added ones, without the exceptions, in order", () => {
  const bavaria = { country: "DE", region: "BY", extra: ["2026-12-24"], except: ["2026-01-06"] };
  const days = freeDays(calendar(bavaria), [2026], "en-GB");
  const dates = days.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
  expect(dates).not.toContain("2026-01-06");
  expect(days).toContainEqual({ date: "2026-12-24", name: null });
  expect(days).toContainEqual({ date: "2026-11-01", name: "All Saints' Day" });
});

test("their names come in the reader's language", () => {
  const days = freeDays(calendar({ country: "DE" }), [2026], "de-AT");
  expect(days).toContainEqual({ date: "2026-01-01", name: "Neujahr" });
});

test("places are offered with their names, regions only where there are any", () => {
  expect(holidayCountries("de").find(({ code }) => code === "DE")?.name).toBe("Deutschland");
  expect(holidayRegions("DE", "en").map(({ code }) => code)).toContain("BY");
  expect(holidayRegions("MC", "en")).toEqual([]);
});
