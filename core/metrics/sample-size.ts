import { normalQuantile } from "./normal";

/**
 * Cases that each of two arms needs to see a share move from `base` by `change` (0.05: five points up),
 * with the chance `power` at the two-sided level `alpha` (Fleiss, Statistical Methods for Rates and
 * Proportions, without the continuity correction; R's power.prop.test):
 * n = ( z_{1−α/2} √(2 p̄ q̄) + z_power √(p₁q₁ + p₂q₂) )² / change², rounded up. Null where there is no
 * such move: no change, or a share beyond 0 or 1.
 */
export function casesNeeded({
  base,
  change,
  power = 0.8,
  alpha = 0.05,
}: {
  base: number;
  change: number;
  power?: number;
  alpha?: number;
}): number | null {
  const moved = base + change;
  if (change === 0 || Math.min(base, moved) < 0 || Math.max(base, moved) > 1) return null;
  const middle = (base + moved) / 2;
  const chance = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * middle * (1 - middle));
  const found = normalQuantile(power) * Math.sqrt(base * (1 - base) + moved * (1 - moved));
  return Math.ceil((chance + found) ** 2 / change ** 2);
}

/** Whole days until `casesLeft` more have come at `perDay`. Null: none come. */
export function daysUntil(casesLeft: number, perDay: number): number | null {
  if (casesLeft <= 0) return 0;
  return perDay > 0 ? Math.ceil(casesLeft / perDay) : null;
}
