import { around, type Estimate, type Interval } from "./interval";
import { Z95 } from "./normal";

/** An arm's share: `x` of `n`. */
export type Counted = { x: number; n: number };

/** An arm's mean, with the variance between its `n` units. */
export type Averaged = { mean: number; variance: number; n: number };

/** What one unit (a person) brings: the sum over its `n` cases. */
export type Unit = { sum: number; n: number };

type Options = { z?: number };

/**
 * How much larger the treated value is, as a share of the control's: 0.1 is 10 % more. Delta method for
 * independent arms (GrowthBook, statistics/details, equation 2): Var = se_C²·t² / c⁴ + se_T² / c².
 * Null where the control's value is not above 0: there is nothing to be larger than.
 */
export function relativeLift(
  treated: Estimate,
  control: Estimate,
  { z = Z95 }: Options = {},
): (Estimate & Interval) | null {
  if (!(control.value > 0)) return null;
  const ratio = treated.value / control.value;
  const se = Math.hypot(control.se * ratio, treated.se) / control.value;
  return around({ value: ratio - 1, se }, z);
}

/** `relativeLift` of two shares, with variances p(1 − p) / n. Both n must be above 0. */
export const relativeLiftOfShares = (treated: Counted, control: Counted, options?: Options) =>
  relativeLift(ofShare(treated), ofShare(control), options);

/** `relativeLift` of two means, with variances σ² / n. Both n must be above 0. */
export const relativeLiftOfMeans = (treated: Averaged, control: Averaged, options?: Options) =>
  relativeLift(ofMean(treated), ofMean(control), options);

/**
 * The mean over all cases, Σ sums / Σ n, with a standard error by unit: cases of one person are not
 * independent, and counting them as if they were makes chance look like effect. Ratio of two means by
 * the delta method (Deng, Knoblich and Lu, KDD 2018): Var = k/(k − 1) · Σ (sumᵢ − value·nᵢ)² / (Σ n)²
 * over k units. Null below two units with cases: one tells nothing of how units differ.
 */
export function clusteredMean(units: readonly Unit[]): (Estimate & { units: number }) | null {
  const counted = units.filter(({ n }) => n > 0);
  const k = counted.length;
  if (k < 2) return null;
  const n = counted.reduce((total, unit) => total + unit.n, 0);
  const value = counted.reduce((total, unit) => total + unit.sum, 0) / n;
  const squares = counted.reduce((total, unit) => total + (unit.sum - value * unit.n) ** 2, 0);
  return { value, se: Math.sqrt((k / (k - 1)) * squares) / n, units: k };
}

/** `clusteredMean` of `a` less that of `b`, with limits ± z·√(se²ₐ + se²_b). Null where either is. */
export function clusteredDifference(
  a: readonly Unit[],
  b: readonly Unit[],
  { z = Z95 }: Options = {},
): (Estimate & Interval) | null {
  const [first, second] = [clusteredMean(a), clusteredMean(b)];
  if (!first || !second) return null;
  return around({ value: first.value - second.value, se: Math.hypot(first.se, second.se) }, z);
}

const ofShare = ({ x, n }: Counted): Estimate => {
  const value = x / n;
  return { value, se: Math.sqrt((value * (1 - value)) / n) };
};

const ofMean = ({ mean, variance, n }: Averaged): Estimate => ({
  value: mean,
  se: Math.sqrt(variance / n),
});
