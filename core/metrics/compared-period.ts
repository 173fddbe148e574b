import { type CivilMs, dayOf } from "@/core/calendar/civil";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import { DAY_MS, type Instant } from "@/core/time";
import type { Period } from "./period";

/** What a period can be held against. */
export const COMPARISONS = ["previous", "year"] as const;
export type Comparison = (typeof COMPARISONS)[number];

const WEEK_DAYS = 7;
/** 52 weeks: a year back on the same weekday. */
const YEAR_DAYS = 52 * WEEK_DAYS;

/**
 * The period before, on the same weekdays: moved back by as many whole weeks as it is long. Or the same
 * 52 weeks ago. Moved by the local clock, so that midnights stay midnights when the clocks change.
 */
export function comparedPeriod(period: Period, zone: string, how: Comparison): Period {
  const days = how === "year" ? YEAR_DAYS : weeksOver(daysIn(period, zone)) * WEEK_DAYS;
  const back = (at: Instant): Instant => fromCivil(toCivil(at, zone) - days * DAY_MS, zone);
  return { from: back(period.from), to: back(period.to) };
}

const weeksOver = (days: number): number => Math.ceil(days / WEEK_DAYS);

/** Local days that it touches. */
export function daysIn({ from, to }: Period, zone: string): number {
  const first = toCivil(from, zone);
  const last: CivilMs = toCivil(to - 1, zone);
  return dayOf(last) - dayOf(first) + 1;
}
