import { assert } from "@/core/assert";

/**
 * Limits of an estimated difference that hold however often somebody looks, unlike an interval planned
 * for one look. Asymptotic confidence sequence (Waudby-Smith and others, Annals of Statistics 52, 2024,
 * as in GrowthBook's statistics/sequential):
 * difference ± se·√n·√( 2(nρ² + 1)/(n²ρ²) · ln(√(nρ² + 1)/α) ), ρ = √((−2 ln α + ln(−2 ln α + 1))/n*).
 * `n` are the units of both arms so far, `expectedN` (n*) those expected, where the limits are
 * narrowest; it is chosen before the start. All counts above 0.
 */
export function confidenceSequence({
  difference,
  se,
  n,
  expectedN,
  alpha = 0.05,
}: {
  difference: number;
  se: number;
  n: number;
  expectedN: number;
  alpha?: number;
}): { low: number; high: number } {
  assert(n > 0 && expectedN > 0 && alpha > 0 && alpha < 1, "a sequence has units and a level");
  const odds = -2 * Math.log(alpha);
  const information = (n * (odds + Math.log(odds + 1))) / expectedN;
  const spread = Math.log(Math.sqrt(information + 1) / alpha);
  const half = se * Math.sqrt((2 * (information + 1) * spread) / information);
  return { low: difference - half, high: difference + half };
}
