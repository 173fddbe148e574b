import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { PERCENTILE_EVENTS_MIN } from "./escalations";
import { incidenceOf } from "./incidence";
import { logRank, rmstDifference } from "./log-rank";
import type { Observed } from "./risk-set";
import { atRiskAt, rmst, type SurvivalStep, survivalOf } from "./survival";

/** So many steps are enough for the eye; a cohort may have thousands. */
const POINTS_MAX = 300;

const RISK_ROWS_MAX = 8;

/** How far rows of a number-at-risk table may lie apart, in seconds. */
const DISTANCES = [
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  28 * DAY_MS,
  91 * DAY_MS,
].map((ms) => ms / SECOND_MS);

const endOf = (observed: readonly Observed[]): number =>
  observed.reduce((most, { x }) => Math.max(most, x), 0);

/** The moment up to which every group was watched: restricted means are compared up to it. */
export const watchedUpTo = (groups: readonly (readonly Observed[])[]): number =>
  groups.length === 0 ? 0 : Math.min(...groups.map(endOf));

/** Moments, in seconds, at which it is told how many are at risk: the same of all groups. */
export function riskMoments(groups: readonly (readonly Observed[])[]): number[] {
  const end = Math.max(0, ...groups.map(endOf));
  const last = DISTANCES.at(-1) ?? 1;
  const distance = DISTANCES.find((each) => end / each < RISK_ROWS_MAX) ?? last;
  const rows = Math.min(RISK_ROWS_MAX, Math.floor(end / distance) + 1);
  return Array.from({ length: rows }, (_, i) => i * distance);
}

/** What a chart of one group shows beside its percentiles. */
export function curveOf(
  observed: readonly Observed[],
  { upTo, moments }: { upTo: number; moments: readonly number[] },
) {
  const steps = survivalOf(observed);
  const { events, cases } = countsOf(observed);
  const mean = events < PERCENTILE_EVENTS_MIN || upTo <= 0 ? null : rmst(steps, upTo);
  return {
    cases,
    events,
    points: thinned(steps).map(({ x, survival, low, high, atRisk }: SurvivalStep) => ({
      seconds: x,
      share: survival,
      low,
      high,
      atRisk,
    })),
    restrictedMean: mean && { seconds: mean.value, upTo, low: mean.low, high: mean.high },
    atRisk: moments.map((seconds) => ({ seconds, n: atRiskAt(observed, seconds) })),
  };
}

/** At most so many, evenly taken; the first and the last stay. */
function thinned<T>(steps: readonly T[]): T[] {
  if (steps.length <= POINTS_MAX) return [...steps];
  return Array.from(
    { length: POINTS_MAX },
    (_, i) => steps[Math.round((i * (steps.length - 1)) / (POINTS_MAX - 1))],
  ).filter((step) => step !== undefined);
}

/** Ends that rule the event out may be this share of all before 1 − S says too much. */
const COMPETING_SHARE = 0.05;

/** By each moment the share with the event, and that which ended otherwise; null where few did. */
export function incidencesOf(
  observed: readonly Observed[],
): { seconds: number; resolved: number; ended: number }[] | null {
  const { cases, competing } = countsOf(observed);
  if (competing === 0 || competing <= COMPETING_SHARE * cases) return null;
  const turned = observed.map(({ events, competing: other = 0, ...row }) => ({
    ...row,
    events: other,
    competing: events,
  }));
  const others = incidenceOf(turned);
  const both = incidenceOf(observed).map(({ x, incidence }, i) => ({
    seconds: x,
    resolved: incidence,
    ended: others[i]?.incidence ?? 0,
  }));
  return thinned(both);
}

const HOUR_SECONDS = HOUR_MS / SECOND_MS;

/**
 * Two groups held against each other: the hours that the second waits less than the first up to `upTo`,
 * with limits, and the log-rank test. Nothing of either where one has too few events.
 */
export function comparedPace(a: readonly Observed[], b: readonly Observed[], upTo: number) {
  const enough = [a, b].every((group) => countsOf(group).events >= PERCENTILE_EVENTS_MIN);
  if (!enough || upTo <= 0) return { hoursSaved: null, p: null };
  const { value, low, high } = rmstDifference(a, b, upTo);
  const [saved, least, most] = [value, low, high].map((seconds) => seconds / HOUR_SECONDS);
  return {
    hoursSaved: { value: saved ?? 0, low: least ?? 0, high: most ?? 0 },
    p: logRank([a, b]).p,
  };
}

function countsOf(observed: readonly Observed[]) {
  const counts = { cases: 0, events: 0, competing: 0 };
  for (const { events, censored, competing = 0 } of observed) {
    counts.cases += events + censored + competing;
    counts.events += events;
    counts.competing += competing;
  }
  return counts;
}
