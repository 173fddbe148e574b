import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { onDuty } from "./on-duty";
import type { Layer, Override, RotaFacts } from "./rota";
import { SHIFT_LOOK_MS, shiftsBetween, shiftsFrom } from "./shifts";

const at = (text: string) => Date.parse(text);

const weekly: Layer = {
  name: "Weekly",
  people: ["ana", "ben", "cy"],
  startsOn: "2026-10-05",
  handoverAt: "09:00",
  rotation: { every: 1, unit: "week" },
};
const rotaOf = (layers: Layer[], overrides: Override[] = [], timeZone = "Europe/Berlin") =>
  ({ key: "on-call", name: "On call", timeZone, layers, overrides }) satisfies RotaFacts;
/** Who has it from when on, in short. */
const told = (rota: RotaFacts, from: string, until: string) =>
  shiftsBetween(rota, at(from), at(until)).map(
    (shift) => `${new Date(shift.from).toISOString().slice(0, 16)} ${shift.personId ?? "nobody"}`,
  );

describe("people in turn", () => {
  it("follow each other from hand-over to hand-over, at the same local hour when the clocks change", () => {
    expect(shiftsFrom(rotaOf([weekly]), at("2026-10-07T12:00:00Z"), 3)).toMatchObject([
      { personId: "ana", from: at("2026-10-05T07:00:00Z"), until: at("2026-10-12T07:00:00Z") },
      { personId: "ben", from: at("2026-10-12T07:00:00Z"), until: at("2026-10-19T07:00:00Z") },
      { personId: "cy", from: at("2026-10-19T07:00:00Z"), until: at("2026-10-26T08:00:00Z") },
    ]);
  });

  it("change at the moment itself, not before", () => {
    const handover = at("2026-10-12T07:00:00Z");
    expect(onDuty(rotaOf([weekly]), handover - 1)).toBe("ana");
    expect(onDuty(rotaOf([weekly]), handover)).toBe("ben");
  });

  it("are nobody before the first day and from the last day's hand-over on", () => {
    const rota = rotaOf([{ ...weekly, endsOn: "2026-10-14" }]);
    expect(told(rota, "2026-10-01T00:00Z", "2026-10-31T00:00Z")).toEqual([
      "2026-10-01T00:00 nobody",
      "2026-10-05T07:00 ana",
      "2026-10-12T07:00 ben",
      "2026-10-14T07:00 nobody",
    ]);
  });

  it("alone have one long shift, followed a year and no further", () => {
    const rota = rotaOf([{ ...weekly, people: ["ana"], startsOn: "2020-01-06" }]);
    const now = at("2026-10-07T12:00:00Z");
    expect(shiftsFrom(rota, now, 3)).toEqual([
      {
        personId: "ana",
        layer: 0,
        override: false,
        from: now - SHIFT_LOOK_MS,
        until: now + SHIFT_LOOK_MS,
      },
    ]);
  });
});

describe("layers", () => {
  const office: Layer = {
    ...weekly,
    name: "Office hours",
    people: ["dee"],
    hours: [{ days: ["mon", "tue"], from: "09:00", to: "17:00" }],
  };

  it("count from the last: where it has hours, those below count at other times", () => {
    expect(told(rotaOf([weekly, office]), "2026-10-05T06:00Z", "2026-10-06T16:00Z")).toEqual([
      "2026-10-05T06:00 nobody",
      "2026-10-05T07:00 dee",
      "2026-10-05T15:00 ana",
      "2026-10-06T07:00 dee",
      "2026-10-06T15:00 ana",
    ]);
  });

  it("with hours alone leave gaps that are shown", () => {
    expect(told(rotaOf([office]), "2026-10-06T00:00Z", "2026-10-12T08:00Z")).toEqual([
      "2026-10-06T00:00 nobody",
      "2026-10-06T07:00 dee",
      "2026-10-06T15:00 nobody",
      "2026-10-12T07:00 dee",
    ]);
  });

  it("have hours that cross midnight into a day they do not name", () => {
    const night: Layer = {
      ...office,
      hours: [{ days: ["mon"], from: "22:00", to: "06:00" }],
    };
    expect(told(rotaOf([night]), "2026-10-12T12:00Z", "2026-10-13T12:00Z")).toEqual([
      "2026-10-12T12:00 nobody",
      "2026-10-12T20:00 dee",
      "2026-10-13T04:00 nobody",
    ]);
  });
});

describe("overrides", () => {
  it("win over every layer, the newest over the older, and one without a person is a gap", () => {
    const rota = rotaOf(
      [weekly],
      [
        { personId: "dee", from: at("2026-10-06T00:00Z"), until: at("2026-10-08T00:00Z") },
        { personId: null, from: at("2026-10-07T00:00Z"), until: at("2026-10-07T06:00Z") },
      ],
    );
    expect(told(rota, "2026-10-05T12:00Z", "2026-10-09T00:00Z")).toEqual([
      "2026-10-05T12:00 ana",
      "2026-10-06T00:00 dee",
      "2026-10-07T00:00 nobody",
      "2026-10-07T06:00 dee",
      "2026-10-08T00:00 ana",
    ]);
  });

  it("are shifts of their own, also where the person would have been on call anyway", () => {
    const override = {
      personId: "ana",
      from: at("2026-10-06T00:00Z"),
      until: at("2026-10-07T00:00Z"),
    };
    expect(
      shiftsBetween(
        rotaOf([weekly], [override]),
        at("2026-10-05T12:00Z"),
        at("2026-10-08T00:00Z"),
      ).map((shift) => [shift.personId, shift.override, shift.layer]),
    ).toEqual([
      ["ana", false, 0],
      ["ana", true, null],
      ["ana", false, 0],
    ]);
  });
});

describe("the nights the clocks change", () => {
  const nights = [
    { zone: "Europe/Berlin", handoverAt: "00:00", startsOn: "2026-03-28" },
    { zone: "Europe/Berlin", handoverAt: "02:30", startsOn: "2026-03-28" },
    { zone: "Europe/Berlin", handoverAt: "02:30", startsOn: "2026-10-24" },
    { zone: "Europe/Berlin", handoverAt: "00:00", startsOn: "2026-10-24" },
    // Its clocks change at midnight itself: 00:00 does not exist in spring and 23:30 comes twice in autumn.
    { zone: "America/Havana", handoverAt: "00:00", startsOn: "2026-03-07" },
    { zone: "America/Havana", handoverAt: "00:30", startsOn: "2026-10-31" },
    { zone: "Africa/Cairo", handoverAt: "00:00", startsOn: "2026-04-23" },
    { zone: "Africa/Cairo", handoverAt: "23:30", startsOn: "2026-10-29" },
  ];

  it.each(nights)("hand over once at $handoverAt in $zone from $startsOn on", (night) => {
    const { zone, handoverAt, startsOn } = night;
    const people = ["ana", "ben", "cy", "dee"];
    for (const rotation of [{ every: 1, unit: "day" as const }, { rrule: "FREQ=DAILY" }]) {
      const layer = { name: "Daily", people, startsOn, handoverAt, rotation };
      const rota = rotaOf([layer], [], zone);
      const start = at(`${startsOn}T00:00Z`);
      const seen: (string | null)[] = [];
      for (let moment = start; moment < start + 4 * DAY_MS; moment += HOUR_MS / 4) {
        const personId = onDuty(rota, moment);
        if (personId !== seen.at(-1)) seen.push(personId);
      }
      // Everybody once, in order, with nobody in between; the first quarter of an hour may be the last turn's.
      expect(seen.filter((personId, i) => personId !== null || i > 0).slice(0, 4)).toEqual(people);
      const shifts = shiftsBetween(rota, start, start + 4 * DAY_MS).filter((s) => s.personId);
      expect(shifts.slice(0, 3).map(({ until }, i) => until - (shifts[i + 1]?.from ?? 0))).toEqual([
        0, 0, 0,
      ]);
    }
  });

  it("move a hand-over the clock skips to the first moment after the gap", () => {
    const layer = { ...weekly, startsOn: "2026-03-22", handoverAt: "02:30" };
    expect(told(rotaOf([layer]), "2026-03-28T23:00Z", "2026-03-29T04:00Z")).toEqual([
      "2026-03-28T23:00 ana",
      "2026-03-29T01:00 ben",
    ]);
  });

  it("hand over at the first of two readings", () => {
    const layer = { ...weekly, startsOn: "2026-10-18", handoverAt: "02:30" };
    expect(told(rotaOf([layer]), "2026-10-24T23:00Z", "2026-10-25T04:00Z")).toEqual([
      "2026-10-24T23:00 ana",
      "2026-10-25T00:30 ben",
    ]);
  });
});

describe("a rule", () => {
  const by = (rrule: string, more: Partial<Layer> = {}) =>
    rotaOf([{ ...weekly, rotation: { rrule }, ...more }]);

  it("hands over at its occurrences, the first turn lasting until the next of them", () => {
    const rota = by("FREQ=WEEKLY;BYDAY=MO,FR", { startsOn: "2026-10-07" });
    expect(told(rota, "2026-10-07T00:00Z", "2026-10-20T00:00Z")).toEqual([
      "2026-10-07T00:00 nobody",
      "2026-10-07T07:00 ana",
      "2026-10-09T07:00 ben",
      "2026-10-12T07:00 cy",
      "2026-10-16T07:00 ana",
      "2026-10-19T07:00 ben",
    ]);
  });

  it("may name hours of its own, as for day and night shifts", () => {
    const rota = by("FREQ=DAILY;BYHOUR=8,20", { handoverAt: "08:00", people: ["ana", "ben"] });
    expect(told(rota, "2026-10-05T06:00Z", "2026-10-06T12:00Z")).toEqual([
      "2026-10-05T06:00 ana",
      "2026-10-05T18:00 ben",
      "2026-10-06T06:00 ana",
    ]);
  });

  it.each([
    ["COUNT=2", ["2026-10-05T07:00 ana", "2026-10-12T07:00 ben", "2026-10-19T07:00 nobody"]],
    ["UNTIL=20261012", ["2026-10-05T07:00 ana", "2026-10-12T07:00 ben", "2026-10-19T07:00 nobody"]],
    ["UNTIL=20261012T065959Z", ["2026-10-05T07:00 ana", "2026-10-12T07:00 nobody"]],
    ["UNTIL=20261012T085959", ["2026-10-05T07:00 ana", "2026-10-12T07:00 nobody"]],
    [
      "UNTIL=20261012T090000",
      ["2026-10-05T07:00 ana", "2026-10-12T07:00 ben", "2026-10-19T07:00 nobody"],
    ],
  ])("that ends with %s ends its last turn where the next would have begun", (end, shifts) => {
    expect(told(by(`FREQ=WEEKLY;${end}`), "2026-10-05T07:00Z", "2026-11-30T00:00Z")).toEqual(
      shifts,
    );
  });

  it("of rare occurrences is followed across years without one", () => {
    const rota = by("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20290101", {
      startsOn: "2024-02-29",
    });
    expect(told(rota, "2026-01-01T00:00Z", "2031-12-31T00:00Z")).toEqual([
      "2026-01-01T00:00 ana",
      "2028-02-29T08:00 ben",
    ]);
    expect(onDuty(rota, at("2032-02-29T08:00Z"))).toBeNull();
  });

  it("is followed for fifty years", () => {
    const rota = by("FREQ=MONTHLY", { startsOn: "2000-01-01" });
    expect(onDuty(rota, at("2049-12-31T22:00Z"))).not.toBeNull();
    expect(onDuty(rota, at("2050-01-01T00:00Z"))).toBeNull();
  });
});
