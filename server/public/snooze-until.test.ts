import { describe, expect, test } from "vitest";
import { snoozeUntil } from "./snooze-until";

const BERLIN = "Europe/Berlin";
const at = (text: string) => Date.parse(text);
const until = (when: string, date: string, now: string, zone = BERLIN) => {
  const moment = snoozeUntil(when, date, at(now), zone);
  return moment === null ? null : new Date(moment).toISOString();
};

describe("putting a matter off", () => {
  test("tomorrow is the reader's own tomorrow, at nine", () => {
    expect(until("tomorrow", "", "2026-12-09T23:30:00Z")).toBe("2026-12-11T08:00:00.000Z");
    expect(until("tomorrow", "", "2026-12-09T23:30:00Z", "America/New_York")).toBe(
      "2026-12-10T14:00:00.000Z",
    );
  });

  test("next week begins on a Monday that is neither today nor tomorrow", () => {
    expect(until("next_week", "", "2026-12-06T12:00:00Z")).toBe("2026-12-14T08:00:00.000Z");
    expect(until("next_week", "", "2026-12-07T12:00:00Z")).toBe("2026-12-14T08:00:00.000Z");
  });

  test("nine o'clock stays nine over the night the clocks change", () => {
    expect(until("tomorrow", "", "2026-10-24T12:00:00Z")).toBe("2026-10-25T08:00:00.000Z");
  });

  test("a day is taken from tomorrow on and up to 90 days ahead", () => {
    const now = "2026-12-01T12:00:00Z";
    expect(until("date", "2026-12-24", now)).toBe("2026-12-24T08:00:00.000Z");
    expect(until("date", "2026-12-01", now)).toBeNull();
    expect(until("date", "2027-03-01", now)).toBe("2027-03-01T08:00:00.000Z");
    expect(until("date", "2027-03-02", now)).toBeNull();
    expect(until("date", "2026-02-30", now)).toBeNull();
    expect(until("never", "", now)).toBeNull();
  });
});
