import { expect, it } from "vitest";
import { calendarOfPlace } from "./place";
import { WorkCalendar } from "./work-calendar";

const calendar = (country: string | null, region?: string) =>
  WorkCalendar.parse({
    timeZone: "Europe/Berlin",
    hours: [{ days: ["mon"], from: "09:00", to: "17:00" }],
    holidays: { country, ...(region && { region }) },
  });
const place = (country: string | null, region: string | null = null) => ({ country, region });

const germany = calendar("DE");
const bavaria = calendar("DE", "BY");
const france = calendar("FR");

it("a place has the calendar of its region, otherwise of its country", () => {
  const all = [germany, bavaria, france, calendar(null)];
  expect(calendarOfPlace(all, place("de"))).toBe(germany);
  expect(calendarOfPlace(all, place("DE", "BY"))).toBe(bavaria);
  expect(calendarOfPlace(all, place("DE", "BE"))).toBe(germany);
  expect(calendarOfPlace(all, place("FR", "anything"))).toBe(france);
});

it("is not guessed: an unknown country, a name, or two calendars of one country give none", () => {
  expect(calendarOfPlace([germany], place("Germany"))).toBeUndefined();
  expect(calendarOfPlace([germany], place(null))).toBeUndefined();
  expect(calendarOfPlace([germany], null)).toBeUndefined();
  expect(calendarOfPlace([germany, calendar("DE")], place("DE"))).toBeUndefined();
  expect(calendarOfPlace([bavaria], place("DE"))).toBeUndefined();
});
