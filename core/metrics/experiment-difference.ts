import { confidenceSequence } from "./confidence-sequence";
import type { Estimate, Interval } from "./interval";
import { normalQuantile } from "./normal";
import { newcombe, wilson } from "./proportion";
import { clusteredDifference, clusteredMean, relativeLift, type Unit } from "./relative-lift";

/** An arm's cases by person: how many of each, and how many of them had it. */
export type Shares = { units: readonly Unit[]; x: number; n: number };

export function sharesOf(cases: readonly { unit: string; had: boolean }[]): Shares {
  const units = new Map<string, Unit>();
  let x = 0;
  for (const { unit, had } of cases) {
    const { sum, n } = units.get(unit) ?? { sum: 0, n: 0 };
    units.set(unit, { sum: sum + Number(had), n: n + 1 });
    x += Number(had);
  }
  return { units: [...units.values()], x, n: cases.length };
}

const isOneEach = ({ units, n }: Shares): boolean => units.length === n;

/** A share with its limits: Wilson's where each person has one case, by person otherwise. Null of none. */
export function shareOf(shares: Shares, z: number): Interval | null {
  if (shares.n === 0) return null;
  if (isOneEach(shares)) return wilson(shares.x, shares.n, { z });
  const { value, se } = estimateOf(shares);
  return { value, low: Math.max(0, value - z * se), high: Math.min(1, value + z * se) };
}

/**
 * The standard error by person, and never below that of independent cases with one more of either kind
 * (Agresti and Coull), which is above 0 also where all or none had it.
 */
function estimateOf(shares: Shares): Estimate {
  const { x, n, units } = shares;
  const p = (x + 1) / (n + 2);
  const least = Math.sqrt((p * (1 - p)) / n);
  return { value: x / n, se: Math.max(least, clusteredMean(units)?.se ?? 0) };
}

export type Difference = {
  /** For whoever looks once, when the planned number is reached. */
  fixed: Interval;
  /** Holds however often somebody looks. */
  always: Interval;
  /** As a share of the control's; null where that is 0. */
  lift: Interval | null;
};

/** An arm's share less the control's. Both have cases; `planned`: cases of both arms, chosen before. */
export function differenceOfShares(
  arm: Shares,
  control: Shares,
  { alpha, planned }: { alpha: number; planned: number },
): Difference {
  const z = normalQuantile(1 - alpha / 2);
  const [a, b] = [estimateOf(arm), estimateOf(control)];
  const fixed =
    isOneEach(arm) && isOneEach(control)
      ? newcombe(arm.x, arm.n, control.x, control.n, { z })
      : clustered(arm, control, z);
  return {
    fixed,
    always: alwaysOf(
      { value: a.value - b.value, se: Math.hypot(a.se, b.se) },
      { n: arm.n + control.n, planned, alpha },
    ),
    lift: relativeLift(a, b, { z }),
  };
}

function clustered(arm: Shares, control: Shares, z: number): Interval {
  const [a, b] = [estimateOf(arm), estimateOf(control)];
  const value = a.value - b.value;
  const least = z * Math.hypot(a.se, b.se);
  const found = clusteredDifference(arm.units, control.units, { z });
  const half = Math.max(least, found ? found.high - found.value : 0);
  return { value, low: value - half, high: value + half };
}

export function alwaysOf(
  { value, se }: Estimate,
  { n, planned, alpha }: { n: number; planned: number; alpha: number },
): Interval {
  const limits = confidenceSequence({ difference: value, se, n, expectedN: planned, alpha });
  return { value, ...limits };
}

/** How much wider limits by person are than limits by case; 1 where each person has one. */
export function widening(shares: Shares): number {
  const { x, n } = shares;
  const p = (x + 1) / (n + 2);
  return n === 0 ? 1 : estimateOf(shares).se / Math.sqrt((p * (1 - p)) / n);
}
