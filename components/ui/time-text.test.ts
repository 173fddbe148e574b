import { describe, expect, it } from "vitest";
import { de } from "@/components/text/de";
import { en } from "@/components/text/en";
import { textOf } from "@/components/text/text";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { absoluteText, relativeText, zoneLabel } from "./time-text";

const english = textOf(en, "en-GB");
const NOW = Date.parse("2025-12-08T12:00:00Z");

describe("absoluteText", () => {
  it("shows the wall clock of the zone, not of the server", () => {
    const at = Date.parse("2025-12-10T08:00:00Z");
    expect(absoluteText(at, "Europe/Berlin", NOW)).toBe("Wed 10 Dec, 09:00");
    expect(absoluteText(at, "America/New_York", NOW)).toBe("Wed 10 Dec, 03:00");
  });

  it("names the year only when it is another one, judged in that zone", () => {
    const at = Date.parse("2025-12-31T23:30:00Z");
    expect(absoluteText(at, "UTC", NOW)).not.toContain("2025");
    expect(absoluteText(at, "Europe/Berlin", NOW)).toContain("2026");
  });
});

describe("relativeText", () => {
  it("looks forward and back in the two largest units", () => {
    expect(relativeText(NOW + 2 * DAY_MS + 4 * HOUR_MS, NOW, english)).toBe("in 2 d 4 h");
    expect(relativeText(NOW - 3 * MINUTE_MS - 20_000, NOW, english)).toBe("3 min ago");
    expect(relativeText(NOW + HOUR_MS, NOW, english)).toBe("in 1 h");
  });

  it("does not announce a moment before it is reached", () => {
    expect(relativeText(NOW + 2 * HOUR_MS - 1, NOW, english)).toBe("in 1 h 59 min");
  });

  it("speaks the reader's language", () => {
    const german = textOf(de, "de-DE");
    expect(relativeText(NOW + 2 * DAY_MS + 4 * HOUR_MS, NOW, german)).toBe("in 2 T 4 Std");
    expect(relativeText(NOW - 3 * MINUTE_MS, NOW, german)).toBe("vor 3 Min");
  });

  it("calls the last seconds now", () => {
    expect(relativeText(NOW - 4_000, NOW, english)).toBe("now");
    expect(relativeText(NOW - 40_000, NOW, english)).toBe("40 s ago");
  });
});

describe("zoneLabel", () => {
  it("is the city, readable", () => {
    expect(zoneLabel("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(zoneLabel("UTC")).toBe("UTC");
  });
});
