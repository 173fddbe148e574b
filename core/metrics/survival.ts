/** Of equal durations: how many ended with the event, and how many were still without it then. */
export type Observed = { x: number; events: number; censored: number };

/** `atRisk` just before `x`, and the share that is still without the event right after it. */
export type SurvivalStep = { x: number; atRisk: number; survival: number };

/**
 * Kaplan and Meier's estimate: what is still open counts for as long as it has been, so that a team
 * does not look fast because its slow cases are not over. Durations in any one unit, in any order.
 * S(t) = ∏ (1 − dⱼ / nⱼ) over the event times up to t (JASA 53, 1958).
 */
export function survivalOf(observed: readonly Observed[]): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = observed.reduce((n, { events, censored }) => n + events + censored, 0);
  let survival = 1;
  for (const [x, same] of byDuration(observed)) {
    const events = sum(same, "events");
    if (events > 0) {
      survival *= 1 - events / atRisk;
      steps.push({ x, atRisk, survival });
    }
    atRisk -= events + sum(same, "censored");
  }
  return steps;
}

/** Floating point must not decide whether exactly half is half. */
const EPSILON = 1e-9;

/**
 * The first moment by which the `share` has had the event: 0.5 gives the median. Null: not reached, for
 * too many are still without it.
 */
export const quantileOf = (steps: readonly SurvivalStep[], share: number): number | null =>
  steps.find(({ survival }) => survival <= 1 - share + EPSILON)?.x ?? null;

const byDuration = (observed: readonly Observed[]) =>
  [...Map.groupBy(observed, ({ x }) => x)].toSorted(([a], [b]) => a - b);

const sum = (rows: readonly Observed[], what: "events" | "censored"): number =>
  rows.reduce((n, row) => n + row[what], 0);
