import { describe, expect, it, test } from "vitest";
import { intentOf } from "./intent";
import { namedDay } from "./named-day";
import { returnDay } from "./return-day";

/** A Monday. */
const TODAY = "2026-11-23";

describe("the day that words name", () => {
  test.each([
    ["tomorrow", "2026-11-24"],
    ["morgen frueh", "2026-11-24"],
    ["uebermorgen", "2026-11-25"],
    ["friday", "2026-11-27"],
    ["monday", "2026-11-30"],
    ["naechsten dienstag", "2026-11-24"],
    ["next week", "2026-11-30"],
    ["naechste woche", "2026-11-30"],
    ["end of the week", "2026-11-27"],
    ["end of next week", "2026-12-04"],
    ["ende des monats", "2026-11-30"],
    ["ende naechsten monats", "2026-12-31"],
    ["next month", "2026-12-01"],
    ["in 3 days", "2026-11-26"],
    ["in einer woche", "2026-11-30"],
    ["5 may", "2027-05-05"],
    ["5. dezember", "2026-12-05"],
    ["dec 24th", "2026-12-24"],
    ["1 jan 2027", "2027-01-01"],
    ["maerz 3", "2027-03-03"],
    ["the 15th", "2026-12-15"],
    ["31.", "2026-12-31"],
    ["5.12.", "2026-12-05"],
    ["5.12.26", "2026-12-05"],
    ["13/12", "2026-12-13"],
    ["12/24/2026", "2026-12-24"],
    ["2026-12-01", "2026-12-01"],
  ])("“%s” is %s", (words, day) => expect(namedDay(words, TODAY)).toBe(day));

  it("is none for a date of two readings, one that does not exist and one that has passed", () => {
    for (const words of [
      "5/4",
      "30.2.",
      "31 feb",
      "99.99.",
      "2026-11-22",
      "2020-01-01",
      "soon",
      "",
    ])
      expect(namedDay(words, TODAY)).toBeNull();
  });

  it("is found for whatever an answer's grammar takes for a day", () => {
    for (const text of ["by Friday", "bis zum 5.12.", "in two weeks", "by the end of the month"]) {
      const intent = intentOf(text, "email");
      expect(intent.kind === "by" && namedDay(intent.day, TODAY)).toMatch(/^2026-1[12]-/);
    }
  });
});

describe("the day an absence ends", () => {
  test.each([
    ["I am out of the office until 5 December.", "2026-12-05"],
    ["I'm on vacation and will be back on Monday.", "2026-11-30"],
    ["returning on 2026-12-01 with limited access", "2026-12-01"],
    ["Ich bin bis einschließlich 05.12.2026 nicht im Büro.", "2026-12-05"],
    ["Ab dem 1. Dezember bin ich wieder erreichbar", "2026-12-01"],
    ["bis Freitag, den 4. Dezember abwesend", "2026-12-04"],
  ])("“%s” names %s", (text, day) => expect(returnDay(text, TODAY)).toBe(day));

  it("is unknown where none is named", () => {
    expect(returnDay("I am away. Please write to my colleague.", TODAY)).toBeNull();
  });
});
