import {
  addMonths,
  type CivilMs,
  dateText,
  dayOf,
  WEEKDAYS,
  weekdayOf,
} from "@/core/calendar/civil";
import { toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { daysIn } from "./compared-period";
import type { Period } from "./period";

/** How wide the steps of a trend are. A week begins on Monday. */
export const GRAINS = ["hour", "day", "week", "month"] as const;
export type Grain = (typeof GRAINS)[number];

const HOURLY_DAYS_MAX = 2;
const DAILY_DAYS_MAX = 92;
const WEEKLY_DAYS_MAX = 366;

/** More steps of an hour than these days have are too fine to look at. */
export const HOUR_STEPS_DAYS_MAX = 31;

/** The grain that suits a period, where none is asked for. */
export function grainOf(period: Period, zone: string): Grain {
  const days = daysIn(period, zone);
  if (days <= HOURLY_DAYS_MAX) return "hour";
  if (days <= DAILY_DAYS_MAX) return "day";
  return days <= WEEKLY_DAYS_MAX ? "week" : "month";
}

/** The step that a local clock's reading lies in: `2026-11-23` its first day, `2026-11-23T14` its hour. */
export function stepAt(civil: CivilMs, grain: Grain): string {
  const day = dayOf(civil);
  switch (grain) {
    case "hour":
      return new Date(civil).toISOString().slice(0, 13);
    case "day":
      return dateText(day);
    case "week":
      return dateText(day - WEEKDAYS.indexOf(weekdayOf(day)));
    case "month":
      return `${dateText(day).slice(0, 7)}-01`;
  }
}

/** The step of a larger or equal grain that a step, as `stepAt` writes it, lies in. */
export const stepWith = (step: string, grain: Grain): string =>
  stepAt(Date.parse(step.length === 13 ? `${step}:00Z` : step), grain);

/**
 * Every step of a period in order, also where nothing happened. An hour that the clocks skip is none;
 * one they show twice is one.
 */
export function stepsOf({ from, to }: Period, zone: string, grain: Grain): string[] {
  const steps = new Set<string>();
  if (grain === "hour") {
    for (let at = from; at < to; at += HOUR_MS) steps.add(stepAt(toCivil(at, zone), grain));
  }
  const last = stepAt(toCivil(to - 1, zone), grain);
  for (let civil = toCivil(from, zone); grain !== "hour"; civil = next(civil, grain)) {
    const step = stepAt(civil, grain);
    if (step > last) break;
    steps.add(step);
  }
  return [...steps.add(last)];
}

function next(civil: CivilMs, grain: Exclude<Grain, "hour">): CivilMs {
  if (grain === "month") return addMonths(Date.parse(stepAt(civil, grain)), 1);
  return civil + (grain === "week" ? 7 : 1) * DAY_MS;
}
