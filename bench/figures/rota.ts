import { onDuty } from "@/core/rota/on-duty";
import { RotaPlan } from "@/core/rota/rota";
import { shiftsBetween } from "@/core/rota/shifts";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { atMost, type Figure, median } from "../figure";

const ROUNDS = 30;
const ASKED = 10_000;
const ASK_US_MAX = 50;
const YEAR_MS_MAX = 200;
const START = Date.UTC(2027, 0, 1);
const YEAR_MS = Date.UTC(2028, 0, 1) - START;

const layer = (name: string, rrule: string, days: string[], from: string, to: string) => ({
  ...{ name, people: ["ana", "ben", "cy"], startsOn: "2024-01-01", handoverAt: "08:00" },
  rotation: { rrule },
  hours: [{ days, from, to }],
});

const WEEK = ["mon", "tue", "wed", "thu", "fri"];
const rota = {
  key: "on-call",
  overrides: [],
  ...RotaPlan.parse({
    name: "On call",
    timeZone: "Europe/Berlin",
    layers: [
      layer("Nights", "FREQ=WEEKLY;BYDAY=MO,TH", [...WEEK, "sat", "sun"], "18:00", "08:00"),
      layer("Days", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", WEEK, "08:00", "18:00"),
      layer("Weekends", "FREQ=MONTHLY;BYDAY=1SA", ["sat", "sun"], "08:00", "18:00"),
    ],
  }),
};

/** Who is on call, as the engine asks for each target of each level, and a year as a calendar shows it. */
export async function rotaFigures(): Promise<Figure[]> {
  const asks: number[] = [];
  const years: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let i = 0; i < ASKED; i++) onDuty(rota, START + (i % 8_000) * (HOUR_MS + MINUTE_MS));
    const asked = performance.now();
    shiftsBetween(rota, START, START + YEAR_MS);
    asks.push(((asked - start) * 1_000) / ASKED);
    years.push(performance.now() - asked);
  }
  const [ask, year, repeat] = [median(asks), median(years), "rota"];
  return [
    {
      name: "Who is on call: three layers by RRULE, each with hours",
      value: `${ask.toFixed(1)} µs`,
      required: atMost(ask, ASK_US_MAX, " µs"),
      repeat,
    },
    {
      name: "Every shift of a year on the same rota",
      value: `${year.toFixed(1)} ms`,
      required: atMost(year, YEAR_MS_MAX, " ms"),
      repeat,
    },
  ];
}
