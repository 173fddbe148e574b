import { expect, test } from "vitest";
import { byDay, toWindows } from "./day-hours";

const WEEK = [
  { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "12:00" },
  { days: ["mon", "tue", "wed", "thu"], from: "13:00", to: "17:00" },
] as Parameters<typeof byDay>[0];

test("hours by day become the same windows again", () => {
  expect(byDay(WEEK).fri).toEqual([{ from: "09:00", to: "12:00" }]);
  expect(byDay(WEEK).sat).toEqual([]);
  expect(toWindows(byDay(WEEK))).toEqual(WEEK);
});

test("a day from midnight to midnight ends at 24:00, which a time field cannot say", () => {
  const week = { ...byDay([]), sun: [{ from: "00:00", to: "00:00" }] };
  expect(toWindows(week)).toEqual([{ days: ["sun"], from: "00:00", to: "24:00" }]);
});
