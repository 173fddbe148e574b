import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { CivilMs } from "@/core/calendar/civil";
import { occurrencesBetween, readRule, ruleProblem } from "./rrule";

const civil = (text: string): CivilMs => Date.parse(`${text}Z`);

/** The same rule by ical.js, which shares no code with the library the product uses. */
function byIcal(rrule: string, start: CivilMs, until: CivilMs): CivilMs[] {
  const at = new Date(start);
  const dtstart = ICAL.Time.fromData({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: 0,
  });
  const iterator = ICAL.Recur.fromString(rrule).iterator(dtstart);
  const found: CivilMs[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { year, month, day, hour, minute, second } = next;
    const reading = Date.UTC(year, month - 1, day, hour, minute, second);
    if (reading >= until) break;
    // It always begins with DTSTART; a layer begins there anyhow.
    if (reading > start) found.push(reading);
  }
  return found;
}

const byUs = (rrule: string, start: CivilMs, until: CivilMs) =>
  occurrencesBetween(readRule(rrule), start, start + 1, until);

const texts = (moments: CivilMs[]) => moments.map((at) => new Date(at).toISOString());

describe("a rule's occurrences", () => {
  const start = civil("2024-01-01T09:00");
  const until = civil("2029-01-01T00:00");

  it.each([
    "FREQ=HOURLY;INTERVAL=12",
    "FREQ=HOURLY;INTERVAL=5",
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=DAILY;BYHOUR=6,14,22",
    "FREQ=DAILY;BYMONTH=1,7",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY;BYMONTHDAY=1,15",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=WEEKLY;BYDAY=MO,FR",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=8,20",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=MONTHLY;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=1MO,3MO",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12,13,14,15",
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=2",
    "FREQ=YEARLY;BYMONTH=3,9",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    "FREQ=YEARLY;BYYEARDAY=1,100,200",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
  ])("are those of an independent implementation: %s", (rrule) => {
    expect(ruleProblem(rrule)).toBeNull();
    const ours = texts(byUs(rrule, start, until));
    expect(ours).toEqual(texts(byIcal(rrule, start, until)));
    expect(ours.length).toBeGreaterThan(0);
  });

  // ical.js does not follow these two parts.
  it("may be a weekday of the year or of a numbered week", () => {
    const days = (rrule: string) => texts(byUs(rrule, start, until)).map((at) => at.slice(0, 10));
    expect(days("FREQ=YEARLY;BYDAY=20MO")).toEqual([
      "2024-05-13",
      "2025-05-19",
      "2026-05-18",
      "2027-05-17",
      "2028-05-15",
    ]);
    expect(days("FREQ=YEARLY;BYWEEKNO=1;BYDAY=TH")).toEqual([
      "2024-01-04",
      "2025-01-02",
      "2026-01-01",
      "2027-01-07",
      "2028-01-06",
    ]);
  });

  /** In their order: ical.js gives back what it was given out of order. */
  const some = <T>(values: readonly T[], most: number) =>
    fc
      .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most })
      .map((list) => values.filter((value) => list.includes(value)));
  const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
  const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
    fc.option(values, { nil: undefined }).map((list) => (list ? `;${name}=${list.join(",")}` : ""));
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);
  // Hours stand where ical.js follows them: elsewhere it loses some or counts the first day.
  const hours = part("BYHOUR", some(numbers(0, 23), 4));
  const random = fc.oneof(
    fc.tuple(fc.constant("FREQ=DAILY"), hours),
    fc.tuple(fc.constant("FREQ=DAILY"), part("BYDAY", some(days, 5))),
    fc.tuple(fc.constant("FREQ=DAILY"), part("BYMONTH", some(numbers(1, 12), 6))),
    fc.tuple(
      fc.constant("FREQ=WEEKLY"),
      part("BYDAY", some(days, 4)),
      part("WKST", some(["MO", "SU"], 1)),
      hours,
    ),
    fc.tuple(
      fc.constant("FREQ=MONTHLY"),
      part("BYMONTHDAY", some([-15, -2, -1, ...numbers(1, 31)], 4)),
    ),
    fc.tuple(
      fc.constant("FREQ=MONTHLY"),
      part("BYDAY", some([...days, "1MO", "2TU", "-1FR", "3SU"], 3)),
    ),
    fc.tuple(fc.constant("FREQ=YEARLY"), part("BYMONTH", some(numbers(1, 12), 4))),
  );

  it("are those of an independent implementation for random rules", () => {
    fc.assert(
      fc.property(
        random,
        fc.integer({ min: 1, max: 6 }),
        // Up to the 28th, as ical.js turns 30 February into 2 March, which RFC 5545 leaves out.
        fc.tuple(fc.nat(23), fc.integer({ min: 1, max: 28 }), fc.nat(1439)),
        (parts, interval, [month, day, minute]) => {
          const rrule = `${parts.join("")};INTERVAL=${interval}`;
          const from = Date.UTC(2024, month, day, 0, minute);
          expect(ruleProblem(rrule)).toBeNull();
          expect(texts(byUs(rrule, from, until)), rrule).toEqual(texts(byIcal(rrule, from, until)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("are the same in one span and in pieces", () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 4 }), (parts, interval) => {
        const rule = readRule(`${parts.join("")};INTERVAL=${interval}`);
        const years = [2024, 2025, 2026, 2027, 2028].flatMap((year) =>
          occurrencesBetween(rule, start, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)),
        );
        expect(texts(years)).toEqual(texts(occurrencesBetween(rule, start, start, until)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a rule's problem", () => {
  it.each([
    ["every monday", 'is no repeat rule: write parts such as "FREQ=WEEKLY;BYDAY=MO"'],
    ["RRULE:FREQ=DAILY", "knows no part RRULE:FREQ"],
    ["FREQ=DAILY;RDATE=20260101", "knows no part RDATE"],
    ["FREQ=DAILY\nEXDATE:20260101", "takes no DAILY\nEXDATE:20260101 for FREQ"],
    ["FREQ=DAILY;FREQ=WEEKLY", "says FREQ twice"],
    ["BYDAY=MO", "needs one of HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY for FREQ"],
    ["FREQ=MINUTELY", "takes no MINUTELY for FREQ"],
    ["FREQ=WEEKLY;BYDAY=XX", "takes no XX for BYDAY"],
    ["FREQ=MONTHLY;BYDAY=0MO", "takes no 0MO for BYDAY"],
    ["FREQ=DAILY;BYHOUR=24", "takes no 24 for BYHOUR"],
    ["FREQ=DAILY;BYHOUR=8,", "takes no empty value for BYHOUR"],
    ["FREQ=DAILY;INTERVAL=0", "takes no 0 for INTERVAL"],
    ["FREQ=DAILY;INTERVAL=1,2", "takes one value for INTERVAL"],
    ["FREQ=DAILY;UNTIL=20260230", "takes no 20260230 for UNTIL"],
    ["FREQ=DAILY;COUNT=2;UNTIL=20260201", "takes no COUNT together with UNTIL"],
    ["FREQ=WEEKLY;BYMONTHDAY=1", "takes no BYMONTHDAY together with WEEKLY"],
    ["FREQ=WEEKLY;BYDAY=1MO", "takes no 1MO together with WEEKLY"],
    ["FREQ=YEARLY;BYWEEKNO=2;BYDAY=1MO", "takes no 1MO together with BYWEEKNO"],
    ["FREQ=DAILY;BYSETPOS=1", "needs another BY part for BYSETPOS"],
    ["FREQ=HOURLY;BYMINUTE=0,30", "hands over more than 24 times a day"],
  ])("of %j is that it %s", (rrule, problem) => {
    expect(ruleProblem(rrule)).toBe(problem);
  });

  it("is none for small letters", () => {
    expect(ruleProblem("freq=weekly;byday=mo")).toBeNull();
  });

  it("is found in any text, never thrown, and what has none can be followed", () => {
    const word = fc.constantFrom(
      "FREQ",
      "=",
      ";",
      "WEEKLY",
      "BYDAY",
      "MO",
      ",",
      "-1",
      "9",
      "UNTIL",
      "é",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join("")),
        ),
        (text) => {
          if (ruleProblem(text) !== null) return;
          occurrencesBetween(readRule(text), 0, 0, 86_400_000);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
