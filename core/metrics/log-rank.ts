import { around, type Estimate, type Interval } from "./interval";
import { chiSquaredSurvival, Z95 } from "./normal";
import { type Observed, type RiskSet, riskSetsOf } from "./risk-set";
import { rmst, survivalOf } from "./survival";

export type LogRank = { chiSquared: number; df: number; p: number };

/**
 * Whether groups have the event at the same pace (Mantel, Cancer Chemotherapy Reports 50, 1966): events
 * observed less expected at each time, over their hypergeometric covariance. It says that there is a
 * difference, not how large: show `rmstDifference` with it. A group that was never at risk at an event
 * does not count; where nothing can be compared p is 1.
 */
export function logRank(groups: readonly (readonly Observed[])[]): LogRank {
  const expected = groups.map(() => 0);
  const excess = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (const at of setsAtEvents(groups)) {
    const n = at.reduce((total, { atRisk }) => total + atRisk, 0);
    const d = at.reduce((total, { events }) => total + events, 0);
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (const [i, { atRisk, events }] of at.entries()) {
      const share = atRisk / n;
      expected[i] = (expected[i] ?? 0) + d * share;
      excess[i] = (excess[i] ?? 0) + events - d * share;
      const row = covariance[i] ?? [];
      for (const [k, other] of at.entries()) {
        row[k] = (row[k] ?? 0) + spread * share * ((i === k ? 1 : 0) - other.atRisk / n);
      }
    }
  }
  const counted = groups.flatMap((_, i) => ((expected[i] ?? 0) > 0 ? [i] : []));
  const df = Math.max(0, counted.length - 1);
  // The last group follows from the others.
  const free = counted.slice(0, df);
  const chiSquared = quadratic(
    free.map((i) => free.map((k) => covariance[i]?.[k] ?? 0)),
    free.map((i) => excess[i] ?? 0),
  );
  return { chiSquared, df, p: chiSquaredSurvival(chiSquared, df) };
}

/**
 * How much longer `a` waits for the event than `b` on average up to `tau` (below 0: `a` is faster), in
 * the unit of the durations, with limits ± z·√(se²ₐ + se²_b).
 */
export function rmstDifference(
  a: readonly Observed[],
  b: readonly Observed[],
  tau: number,
  { z = Z95 }: { z?: number } = {},
): Estimate & Interval {
  const [first, second] = [rmst(survivalOf(a), tau), rmst(survivalOf(b), tau)];
  return around({ value: first.value - second.value, se: Math.hypot(first.se, second.se) }, z);
}

/** For each time of an event, in any group, the risk set of each group. */
function setsAtEvents(groups: readonly (readonly Observed[])[]): RiskSet[][] {
  const times = new Set(groups.flat().flatMap(({ x, events }) => (events > 0 ? [x] : [])));
  const nobody = [...times].map((x) => ({ x, events: 0, censored: 0 }));
  const sets = groups.map((group) =>
    riskSetsOf([...group, ...nobody]).filter(({ x }) => times.has(x)),
  );
  return (sets[0] ?? []).map((_, i) => sets.flatMap((own) => own[i] ?? []));
}

/** What is left of a pivot that is 0 but for rounding. */
const NOTHING = 1e-12;

/** uᵀ V⁻¹ u for a covariance V, by elimination (Cholesky). What does not vary adds nothing. */
function quadratic(matrix: number[][], vector: number[]): number {
  const [first, ...rest] = matrix;
  const [u = 0, ...others] = vector;
  const [pivot = 0, ...row] = first ?? [];
  if (!first) return 0;
  const flat = pivot <= NOTHING;
  const less = (k: number) => (flat ? 0 : (row[k] ?? 0) / pivot);
  return (
    (flat ? 0 : u ** 2 / pivot) +
    quadratic(
      rest.map(([_, ...values], i) => values.map((value, k) => value - less(i) * (row[k] ?? 0))),
      others.map((other, i) => other - less(i) * u),
    )
  );
}
