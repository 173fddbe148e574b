import { type Interval, logLogLimits } from "./interval";
import { Z95 } from "./normal";
import { wilson } from "./proportion";
import { type Observed, riskSetsOf } from "./risk-set";
import { greenwood } from "./survival";

/** The share that has had the event by `x`, the others that could have had it still counted. */
export type IncidenceStep = {
  x: number;
  atRisk: number;
  incidence: number;
  se: number;
  low: number;
  high: number;
};

/**
 * Aalen and Johansen's cumulative incidence of the event beside ends that rule it out (Scandinavian
 * Journal of Statistics 5, 1978): F(t) = Σ S(tⱼ₋₁) eⱼ / nⱼ, where S is the share without any end. 1 − S
 * of `survivalOf` would say too much, as if what was canceled could be resolved later.
 *
 * Variance by the delta method (Dinse and Larson, Biometrika 73, 1986), with e events and d ends of any
 * kind: Σ (F(t) − Fⱼ)² dⱼ/(nⱼ(nⱼ − dⱼ)) + S²ⱼ₋₁ eⱼ(nⱼ − eⱼ)/nⱼ³ − 2 (F(t) − Fⱼ) Sⱼ₋₁ eⱼ/nⱼ².
 * Limits are log–log. While F is 0 the upper one is Wilson's of nobody among those still at risk; at 1
 * the lower one stays what it was. One step for each duration observed, ascending.
 */
export function incidenceOf(
  observed: readonly Observed[],
  { z = Z95 }: { z?: number } = {},
): IncidenceStep[] {
  const steps: IncidenceStep[] = [];
  let open = 1;
  let incidence = 0;
  // The sums of the variance move along with F instead of being expanded in it: no digits cancel.
  const sums = { squares: 0, firsts: 0, weights: 0, own: 0, cross: 0, crossWeights: 0 };
  let ruledOut = 0;
  let low = 0;
  for (const { x, atRisk, events, competing, censored } of riskSetsOf(observed)) {
    const left = atRisk - events - competing - censored;
    if (left === atRisk) continue;
    const rise = (open * events) / atRisk;
    ruledOut += competing;
    incidence = ruledOut === 0 && events === atRisk ? 1 : incidence + rise;
    sums.squares += rise * (2 * sums.firsts + rise * sums.weights);
    sums.firsts += rise * sums.weights;
    sums.cross += rise * sums.crossWeights;
    sums.weights += greenwood(atRisk, events + competing);
    sums.crossWeights += rise / atRisk;
    sums.own += (rise * open * (atRisk - events)) / atRisk ** 2;
    open *= 1 - (events + competing) / atRisk;
    const se = incidence < 1 ? Math.sqrt(Math.max(0, sums.squares + sums.own - 2 * sums.cross)) : 0;
    const limits =
      logLogLimits({ value: incidence, se }, z) ??
      (incidence === 0 ? { low: 0, high: noneOf(left, z) } : { low, high: 1 });
    low = limits.low;
    steps.push({ x, atRisk, incidence, se, ...limits });
  }
  return steps;
}

/** The incidence by `t`. Beyond the last duration observed it is held: ask `atRiskAt` whether to show it. */
export function incidenceAt(steps: readonly IncidenceStep[], t: number): Interval & { se: number } {
  const step = steps.findLast(({ x }) => x <= t);
  if (step) return { value: step.incidence, se: step.se, low: step.low, high: step.high };
  return { value: 0, se: 0, low: 0, high: noneOf(steps[0]?.atRisk ?? 0, Z95) };
}

const noneOf = (n: number, z: number): number => (n > 0 ? wilson(0, n, { z }).high : 1);
