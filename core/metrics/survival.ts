import { around, type Estimate, type Interval, logLogLimits } from "./interval";
import { Z95 } from "./normal";
import { type Observed, riskSetsOf } from "./risk-set";

export { atRiskAt, type Observed } from "./risk-set";

/**
 * `atRisk` just before `x`, `events` at it, and the share that is still without the event right after
 * it, with its standard error and limits.
 */
export type SurvivalStep = {
  x: number;
  atRisk: number;
  events: number;
  survival: number;
  se: number;
  low: number;
  high: number;
};

/**
 * Kaplan and Meier's estimate: what is still open counts for as long as it has been, so that a team
 * does not look fast because its slow cases are not over. Durations in any one unit, in any order; a
 * competing end counts as censored. S(t) = ∏ (1 − dⱼ / nⱼ) over the event times up to t (JASA 53,
 * 1958), with se = S·√V, V = Σ dⱼ / (nⱼ(nⱼ − dⱼ)) (Greenwood) and log–log limits. Where S is 0 there is
 * no V: se is 0, and the upper limit stays what it was, for S cannot rise.
 */
export function survivalOf(
  observed: readonly Observed[],
  { z = Z95 }: { z?: number } = {},
): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let variance = 0;
  let last = { low: 1, high: 1 };
  for (const { x, atRisk, events } of riskSetsOf(observed)) {
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    variance += greenwood(atRisk, events);
    const se = survival * Math.sqrt(variance);
    last = logLogLimits({ value: survival, se }, z) ?? { low: 0, high: last.high };
    steps.push({ x, atRisk, events, survival, se, ...last });
  }
  return steps;
}

/** What `events` at one time add to V. Nothing where nobody is left: what follows is 0 for certain. */
export const greenwood = (atRisk: number, events: number): number =>
  atRisk > events ? events / (atRisk * (atRisk - events)) : 0;

/** Floating point must not decide whether exactly half is half. */
const EPSILON = 1e-9;

/**
 * The first moment by which the `share` has had the event: 0.5 gives the median. Null: not reached, for
 * too many are still without it.
 */
export const quantileOf = (steps: readonly SurvivalStep[], share: number): number | null =>
  crossing(steps, "survival", share);

/**
 * Limits of `quantileOf`: where the limits of S cross the same line (Brookmeyer and Crowley, Biometrics
 * 38, 1982). Null: not reached, so that side is open.
 */
export const quantileLimits = (
  steps: readonly SurvivalStep[],
  share: number,
): { low: number | null; high: number | null } => ({
  low: crossing(steps, "low", share),
  high: crossing(steps, "high", share),
});

const crossing = (
  steps: readonly SurvivalStep[],
  line: "survival" | "low" | "high",
  share: number,
): number | null => steps.find((step) => step[line] <= 1 - share + EPSILON)?.x ?? null;

/**
 * The restricted mean: the time lost on average up to `tau`, in the unit of the durations.
 * ∫₀^τ S(t) dt, Var = Σ (∫_{tⱼ}^τ S)² dⱼ / (nⱼ(nⱼ − dⱼ)) (Klein and Moeschberger, Survival Analysis,
 * 4.5). Beyond the last duration observed S is held, so choose a `tau` where somebody is still at risk.
 */
export function rmst(steps: readonly SurvivalStep[], tau: number): Estimate & Interval {
  let area = 0;
  let variance = 0;
  let until = tau;
  for (const { x, atRisk, events, survival } of steps.toReversed()) {
    if (x >= tau) continue;
    area += survival * (until - x);
    variance += area ** 2 * greenwood(atRisk, events);
    until = x;
  }
  return around({ value: area + until, se: Math.sqrt(variance) });
}
