import { assert } from "@/core/assert";
import { chiSquaredSurvival } from "./normal";

/** Low, for it is looked at again and again, and what it raises hides a result. */
export const SAMPLE_RATIO_P_MIN = 0.001;

export type SampleRatio = { chiSquared: number; p: number; isOff: boolean };

/**
 * Whether the units of an experiment's arms stand in the ratio of the weights: Pearson's chi-squared,
 * Σ (count − expected)² / expected. `isOff` when such counts would come by chance less than once in a
 * thousand: arms were then not filled as designed, and results mean nothing. Weights in any scale; an
 * arm of weight 0 that has units is off for certain.
 */
export function sampleRatio(counts: readonly number[], weights: readonly number[]): SampleRatio {
  assert(counts.length === weights.length, "each arm has a count and a weight");
  const total = sum(counts);
  const weight = sum(weights);
  let chiSquared = 0;
  for (const [i, count] of counts.entries()) {
    const expected = weight > 0 ? (total * (weights[i] ?? 0)) / weight : 0;
    if (expected > 0) chiSquared += (count - expected) ** 2 / expected;
    else if (count > 0) chiSquared = Infinity;
  }
  const arms = weights.filter((each) => each > 0).length;
  const p = chiSquared === Infinity ? 0 : chiSquaredSurvival(chiSquared, Math.max(0, arms - 1));
  return { chiSquared, p, isOff: p < SAMPLE_RATIO_P_MIN };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
