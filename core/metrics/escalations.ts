import { type Observed, quantileOf, survivalOf } from "./survival";

/** Below this many events a percentile says more about chance than about people. */
export const PERCENTILE_EVENTS_MIN = 20;

/** Turns of climbs that share a level, a target or a team, counted. */
export type TurnCounts = {
  /** A level (`1`; `0` is the fallback), a target (`rota:nights`) or the key of a team. */
  key: string;
  /** Somebody was told. */
  escalated: number;
  acknowledged: number;
  acknowledgedInTime: number;
  /** Nobody has, and there is time left. */
  waiting: number;
  climbed: number;
  exhausted: number;
  /** The case was resolved later, by whomever. */
  resolvedAfter: number;
  /** Nobody was there to be told: failed, not escalated. */
  nobody: number;
};

export type AcknowledgedAfter = Observed & { key: string };

/** `why` there is none: too few acknowledgements, or more than half never. */
export type Median = { seconds: number | null; why: "too_few" | "not_reached" | null };

export type EscalationsOf = TurnCounts & { medianToAcknowledge: Median };

/**
 * Counts with the median time to acknowledge. What climbed, or is open still, counts for as long as it
 * was waited for (Kaplan and Meier): leaving it out would make a team look fast for what it missed.
 */
export function withMedians(
  counts: readonly TurnCounts[],
  observed: readonly AcknowledgedAfter[],
): EscalationsOf[] {
  const of = Map.groupBy(observed, ({ key }) => key);
  return counts.map((each) => ({ ...each, medianToAcknowledge: medianOf(of.get(each.key) ?? []) }));
}

function medianOf(observed: readonly Observed[]): Median {
  const events = observed.reduce((n, each) => n + each.events, 0);
  if (events < PERCENTILE_EVENTS_MIN) return { seconds: null, why: "too_few" };
  const seconds = quantileOf(survivalOf(observed), 0.5);
  return seconds === null ? { seconds, why: "not_reached" } : { seconds, why: null };
}
