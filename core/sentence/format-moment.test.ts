import { expect, test } from "vitest";
import { formatMoment } from "./format-moment";

const AT = Date.UTC(2025, 11, 10, 8);

test("a moment is shown on the clock of its zone, with the city", () => {
  expect(formatMoment(AT, "Europe/Berlin", "en")).toBe("Wed 10 Dec, 09:00 Berlin");
  expect(formatMoment(AT, "America/Argentina/Buenos_Aires", "en")).toBe(
    "Wed 10 Dec, 05:00 Buenos Aires",
  );
  expect(formatMoment(AT, "Europe/Berlin", "de")).toBe("Mi., 10. Dez., 09:00 Uhr (Berlin)");
});

test("the reader's locale sets the order and the 12-hour clock", () => {
  expect(formatMoment(AT, "America/New_York", "en-US")).toMatch(/Wed, Dec 10, 03:00\sAM New York/);
});

test("the year is named only when it is not the current one in that zone", () => {
  const newYear = Date.UTC(2025, 11, 31, 23, 30);
  expect(formatMoment(AT, "Europe/Berlin", "en", AT)).not.toContain("2025");
  expect(formatMoment(AT, "Europe/Berlin", "en", newYear)).toBe("Wed, 10 Dec 2025, 09:00 Berlin");
  expect(formatMoment(AT, "UTC", "en", newYear)).toBe("Wed 10 Dec, 08:00 UTC");
});

test("an unknown zone is read as UTC and says so", () => {
  expect(formatMoment(AT, "Mars/Olympus", "en")).toBe("Wed 10 Dec, 08:00 UTC");
});
