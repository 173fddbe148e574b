import { expect, test } from "vitest";
import { everyWords, lengthWords, offsetSlots, workingWords } from "./duration-words";

test.each([
  ["P3D", "3 days", "3 Tage", "3 Tagen"],
  ["P1D", "1 day", "1 Tag", "1 Tag"],
  ["P1M", "1 month", "1 Monat", "1 Monat"],
  ["P2M", "2 months", "2 Monate", "2 Monaten"],
  ["PT4H", "4 hours", "4 Stunden", "4 Stunden"],
  [{ businessDays: 2 }, "2 business days", "2 Arbeitstage", "2 Arbeitstagen"],
  ["P1DT4H", "1 day, 4 hours", "1 Tag, 4 Stunden", "1 Tag, 4 Stunden"],
  [93_600_000, "1 day, 2 hours", "1 Tag, 2 Stunden", "1 Tag, 2 Stunden"],
  [86_400_000 + 5_000, "1 day", "1 Tag", "1 Tag"],
  [0, "0 seconds", "0 Sekunden", "0 Sekunden"],
])("%j is “%s”", (length, english, german, dative) => {
  expect(lengthWords(length, "en")).toBe(english);
  expect(lengthWords(length, "de")).toBe(german);
  expect(lengthWords(length, "de", "dative")).toBe(dative);
});

test.each(["soon", null, Number.NaN, {}, []])("%j is no length", (length) => {
  expect(lengthWords(length, "en")).toBeNull();
});

test("an offset says before, after or at", () => {
  expect(offsetSlots("-P2D", "en")).toEqual({ direction: "before", length: "2 days", percent: "" });
  expect(offsetSlots({ businessDays: 2 }, "en")?.direction).toBe("after");
  expect(offsetSlots("P0D", "en")?.direction).toBe("at");
  expect(offsetSlots({ businessDays: 0 }, "en")?.direction).toBe("at");
  expect(offsetSlots({ fraction: 0.25 }, "en")?.percent).toBe("25 %");
});

test("one of a unit is every unit, not every 1 of it", () => {
  expect(everyWords("P1D", "en")).toBe("Every day");
  expect(everyWords({ businessDays: 1 }, "de")).toBe("Jeden Arbeitstag");
  expect(everyWords("P2W", "de")).toBe("Alle 2 Wochen");
});

test("working time is never mistaken for the clock on the wall", () => {
  expect(workingWords("PT4H", "en")).toBe("4 business hours");
  expect(workingWords("P1DT30M", "en")).toBe("1 day, 30 minutes of working time");
});
