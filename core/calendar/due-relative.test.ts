import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { momentFor, Offset, WaitLength, waitUntil } from "@/core/calendar/due-relative";
import { resolveCalendar } from "@/core/calendar/work-calendar";
import { endOfDay } from "@/core/calendar/zone";
import { toRfc3339 } from "@/core/time";

const at = (text: string) => Date.parse(text);
const text = (moment: number | null) => (moment === null ? null : toRfc3339(moment));
const zone = "Europe/Berlin";
const calendar = DEFAULT_CALENDAR;
const dueAt = endOfDay("2025-12-15", zone);
const openedAt = at("2025-12-01T10:00:00Z");
const base = { anchor: dueAt, openedAt, dueAt, zone, calendar };

describe("momentFor", () => {
  it("rolls two days before Monday 15 December back from Saturday to Friday 09:00", () => {
    expect(text(momentFor({ ...base, offset: "-P2D", at: "09:00", days: "business" }))).toBe(
      "2025-12-12T08:00:00.000Z",
    );
  });

  it("gives Thursday 11 December for two business days before", () => {
    expect(text(momentFor({ ...base, offset: { businessDays: -2 }, at: "09:00" }))).toBe(
      "2025-12-11T08:00:00.000Z",
    );
  });

  it("stays on Saturday when any day will do", () => {
    expect(text(momentFor({ ...base, offset: "-P2D", at: "09:00", days: "any" }))).toBe(
      "2025-12-13T08:00:00.000Z",
    );
  });

  it("rolls later after the anchor, and on the day itself", () => {
    expect(text(momentFor({ ...base, offset: "P5D", at: "09:00", days: "business" }))).toBe(
      "2025-12-22T08:00:00.000Z",
    );
    const sunday = { ...base, anchor: endOfDay("2025-12-14", zone) };
    expect(text(momentFor({ ...sunday, offset: "P0D", at: "09:00", days: "business" }))).toBe(
      "2025-12-15T08:00:00.000Z",
    );
  });

  it("sets the hour on the date after the offset, which may be earlier than the anchor's hour", () => {
    expect(text(momentFor({ ...base, offset: "P0D", at: "09:00" }))).toBe(
      "2025-12-15T08:00:00.000Z",
    );
    expect(text(momentFor({ ...base, offset: "-PT30M" }))).toBe("2025-12-15T22:29:59.999Z");
  });

  it("rolls past holidays", () => {
    const holidays = resolveCalendar(calendar, ["2025-12-12", "2025-12-11"]);
    expect(
      text(
        momentFor({ ...base, calendar: holidays, offset: "-P2D", at: "09:00", days: "business" }),
      ),
    ).toBe("2025-12-10T08:00:00.000Z");
  });

  it("takes a fraction of the way from opened to due, and nothing without a due moment", () => {
    const rule = { ...base, dueAt: at("2025-12-03T10:00:00Z"), offset: { fraction: 0.5 } };
    expect(text(momentFor(rule))).toBe("2025-12-02T10:00:00.000Z");
    expect(momentFor({ ...rule, dueAt: null })).toBeNull();
  });

  it("moves exactly as far as the due date moves", () => {
    const later = endOfDay("2025-12-22", zone);
    expect(
      text(
        momentFor({
          ...base,
          anchor: later,
          dueAt: later,
          offset: "-P2D",
          at: "09:00",
          days: "business",
        }),
      ),
    ).toBe("2025-12-19T08:00:00.000Z");
  });

  it("means the reader's own morning in each zone", () => {
    for (const [where, expected] of [
      ["Asia/Tokyo", "2026-03-08T00:00:00.000Z"],
      ["America/New_York", "2026-03-08T13:00:00.000Z"],
    ] as const) {
      const anchor = endOfDay("2026-03-10", where);
      expect(text(momentFor({ ...base, anchor, zone: where, offset: "-P2D", at: "09:00" }))).toBe(
        expected,
      );
    }
  });
});

describe("waitUntil", () => {
  const from = at("2025-12-11T13:00:00Z");

  it("waits the length, then for the hour, then for a business day", () => {
    expect(text(waitUntil({ from, for: "P1D", zone, calendar }))).toBe("2025-12-12T13:00:00.000Z");
    expect(text(waitUntil({ from, for: "P1D", at: "09:00", zone, calendar }))).toBe(
      "2025-12-13T08:00:00.000Z",
    );
    expect(
      text(waitUntil({ from, for: "P1D", at: "09:00", days: "business", zone, calendar })),
    ).toBe("2025-12-15T08:00:00.000Z");
  });

  it("counts business days", () => {
    expect(text(waitUntil({ from, for: { businessDays: 2 }, zone, calendar }))).toBe(
      "2025-12-15T13:00:00.000Z",
    );
  });

  it("needs no calendar for hours", () => {
    expect(text(waitUntil({ from, for: "PT4H", zone, calendar }))).toBe("2025-12-11T17:00:00.000Z");
  });
});

describe("Offset and WaitLength", () => {
  it("take each of their shapes", () => {
    for (const offset of [
      "-P2D",
      { businessDays: -2 },
      { businessDays: 0 },
      { fraction: 0 },
      { fraction: 1 },
    ]) {
      expect(Offset.parse(offset)).toEqual(offset);
    }
    expect(WaitLength.parse({ businessDays: 3 })).toEqual({ businessDays: 3 });
  });

  it.each([
    [2],
    ["2 days"],
    [{ businessDays: 1.5 }],
    [{ businessDays: 2000 }],
    [{ fraction: 1.1 }],
    [{ fraction: 0.5, businessDays: 1 }],
    [{}],
    [null],
  ])("refuse %j", (value) => {
    expect(Offset.safeParse(value).success).toBe(false);
    expect(WaitLength.safeParse(value).success).toBe(false);
  });

  it("refuse to wait backwards or not at all", () => {
    for (const value of ["-P2D", "P0D", { businessDays: 0 }, { fraction: 0.5 }])
      expect(WaitLength.safeParse(value).success).toBe(false);
  });

  it("say what to write", () => {
    expect(Offset.safeParse(2).error?.issues[0]?.message).toContain('"-P2D"');
    expect(WaitLength.safeParse("3 days").error?.issues[0]?.message).toContain('"P3D"');
  });
});
