import { Z95 } from "./normal";

/** An estimate with the limits around it. */
export type Interval = { value: number; low: number; high: number };

/** An estimate with its standard error. */
export type Estimate = { value: number; se: number };

/** value ± z·se. */
export const around = ({ value, se }: Estimate, z = Z95): Estimate & Interval => ({
  value,
  se,
  low: value - z * se,
  high: value + z * se,
});

/**
 * Limits of a share that stay between 0 and 1 (log–log transformation): s^exp(± z·se / (s·ln s)). Null
 * at 0 and 1, where there are none.
 */
export function logLogLimits(
  { value, se }: Estimate,
  z: number,
): { low: number; high: number } | null {
  if (value <= 0 || value >= 1) return null;
  const log = Math.log(value);
  const spread = (z * se) / (value * log);
  return { low: Math.exp(log * Math.exp(-spread)), high: Math.exp(log * Math.exp(spread)) };
}
