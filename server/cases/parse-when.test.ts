import { describe, expect, it } from "vitest";
import { parseWhen } from "./parse-when";

const NOW = Date.parse("2026-03-25T13:00:00Z");
const when = (text: string, locale = "en-GB", zone = "Europe/Berlin") => {
  const at = parseWhen(text, { now: NOW, zone, locale });
  return at === null ? null : new Date(at).toISOString();
};

describe("parseWhen", () => {
  it("reads what an operator types, on the person's clock, over a change of the clocks", () => {
    expect(when("thu 9")).toBe("2026-03-26T08:00:00.000Z");
    expect(when("mon 9")).toBe("2026-03-30T07:00:00.000Z");
    expect(when("in 2 hours")).toBe("2026-03-25T15:00:00.000Z");
    expect(when("tomorrow")).toBe("2026-03-26T08:00:00.000Z");
    expect(when("until friday 8:30")).toBe("2026-03-27T07:30:00.000Z");
    expect(when("tomorrow 8am", "en-US", "America/New_York")).toBe("2026-03-26T12:00:00.000Z");
  });

  it("reads German, also for a reader of English", () => {
    expect(when("do 9", "de-DE")).toBe("2026-03-26T08:00:00.000Z");
    expect(when("morgen um 8", "de-DE")).toBe("2026-03-26T07:00:00.000Z");
    expect(when("in 2 Stunden", "de-DE")).toBe("2026-03-25T15:00:00.000Z");
    expect(when("nächsten Montag", "de-DE")).toBe("2026-03-30T07:00:00.000Z");
    expect(when("übermorgen")).toBe("2026-03-27T08:00:00.000Z");
  });

  it("takes a day before a month, as the readers of en-GB do", () => {
    expect(when("5/4")).toBe("2026-04-05T07:00:00.000Z");
  });

  it("refuses what it does not wholly understand", () => {
    for (const text of ["", "later", "thu or fri", "when she is back on monday", "x".repeat(99)]) {
      expect(when(text)).toBeNull();
    }
  });
});
