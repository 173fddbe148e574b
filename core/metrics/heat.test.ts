import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { heatOf, WEEK_HOURS } from "./heat";
import { factsIn, MONDAY, pressOf, sentMessage, sumsOf } from "./testing";

const cellsOf = (given: Parameters<typeof factsIn>[0], zone?: string) =>
  heatOf(sumsOf(factsIn(given, zone)));

/** Hours of the week in which it is awaited, each as often as it is. */
const awaited = (given: Parameters<typeof factsIn>[0], zone?: string) =>
  cellsOf(given, zone).flatMap(({ awaiting }, hour) => Array<number>(awaiting).fill(hour));

const responded = (given: Parameters<typeof factsIn>[0], zone?: string) =>
  cellsOf(given, zone).flatMap(({ responses }, hour) => Array<number>(responses).fill(hour));

describe("the heat of a case", () => {
  it("is awaited in every hour from its message to its response, and answered in the last", () => {
    const given = { messages: [sentMessage(MONDAY)], firstResponseAt: MONDAY + 150 * MINUTE_MS };
    expect(awaited(given)).toEqual([9, 10, 11]);
    expect(responded(given)).toEqual([11]);
  });

  it("is told by the clock of its person", () => {
    const given = { messages: [sentMessage(MONDAY)], firstResponseAt: MONDAY };
    expect(responded(given, "Asia/Kolkata")).toEqual([14]);
    expect(responded(given, "America/Los_Angeles")).toEqual([1]);
    expect(responded(given, "Pacific/Honolulu")).toEqual([6 * 24 + 23]);
  });

  it("waits with one message only until the next", () => {
    const next = sentMessage(MONDAY + 2 * HOUR_MS, { id: "m2" });
    const given = { messages: [sentMessage(MONDAY), next], firstResponseAt: MONDAY + 3 * HOUR_MS };
    expect(awaited(given)).toEqual([9, 10, 11, 11, 12]);
  });

  it("does not know the wait that is not over", () => {
    expect(awaited({ messages: [sentMessage(MONDAY)] })).toEqual([]);
  });

  it("waits until the end where nobody responded, and not beyond it", () => {
    const late = sentMessage(MONDAY + 5 * HOUR_MS, { id: "m2" });
    const given = {
      status: "canceled",
      closedAt: MONDAY + HOUR_MS,
      messages: [sentMessage(MONDAY), late],
    } as const;
    expect(awaited(given)).toEqual([9, 10]);
    expect(responded(given)).toEqual([]);
  });

  it("waits for a week at most, in each of its hours once", () => {
    const given = { messages: [sentMessage(MONDAY)], firstResponseAt: MONDAY + 30 * DAY_MS };
    expect(awaited(given)).toEqual(Array.from({ length: WEEK_HOURS }, (_, hour) => hour));
  });

  it("goes over Sunday midnight to the beginning of the week", () => {
    const sunday = Date.parse("2026-11-08T22:30:00Z");
    const given = { messages: [sentMessage(sunday)], firstResponseAt: sunday + 3 * HOUR_MS };
    expect(awaited(given)).toEqual([0, 1, 166, 167]);
  });

  it("has no hour that the clock left out, and the one that came twice once", () => {
    const spring = Date.parse("2026-03-29T00:30:00Z");
    const lost = { messages: [sentMessage(spring)], firstResponseAt: spring + 2 * HOUR_MS };
    const day = 6 * 24;
    expect(awaited(lost, "Europe/Berlin")).toEqual([day + 1, day + 3, day + 4]);
    const autumn = Date.parse("2026-10-25T00:30:00Z");
    const twice = { messages: [sentMessage(autumn)], firstResponseAt: autumn + 2 * HOUR_MS };
    expect(awaited(twice, "Europe/Berlin")).toEqual([day + 2, day + 3]);
  });

  it("does not take a helper's press for the person's hour", () => {
    const at = MONDAY + HOUR_MS;
    const helped = sentMessage(MONDAY, { id: "m2", personId: "bob", hits: [pressOf(at)] });
    const given = { messages: [sentMessage(MONDAY), helped], firstResponseAt: at };
    expect(responded(given)).toEqual([]);
    expect(awaited(given)).toEqual([9, 10]);
  });

  it("is what walking minute by minute finds, wherever clocks are changed", () => {
    const zone = fc.constantFrom("Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
    const from = fc.integer({ min: 0, max: 366 * 24 * 60 });
    const minutes = fc.integer({ min: 0, max: 6 * 24 * 60 });
    fc.assert(
      fc.property(zone, from, minutes, (timeZone, later, long) => {
        const start = Date.parse("2026-01-01T00:00:00Z") + later * MINUTE_MS;
        const hours = new Set<number>();
        for (let n = 0; n <= long; n++) {
          const hour = Math.floor(toCivil(start + n * MINUTE_MS, timeZone) / HOUR_MS);
          hours.add((hour + 72) % WEEK_HOURS);
        }
        const given = {
          messages: [sentMessage(start)],
          firstResponseAt: start + long * MINUTE_MS,
        };
        expect(awaited(given, timeZone)).toEqual([...hours].toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });
});
