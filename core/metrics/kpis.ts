import type { Percentile, Ratio } from "@/core/contracts/analytics/shapes";
import type { Opens } from "@/core/contracts/analytics/summary";
import { type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import { durationBucket, secondsOfBucket } from "./duration-bucket";
import { PERCENTILE_EVENTS_MIN } from "./escalations";
import { type Observed, quantileLimits, quantileOf, survivalOf } from "./survival";
import type { TallySum } from "./tally-sums";

/** Of fewer than this a rate says more about chance than about people: they are shown as counts. */
export const RATIO_MIN = PERCENTILE_EVENTS_MIN;

const rateOf = (n: number, of: number): number | null => (of < RATIO_MIN ? null : n / of);

/** A share with what it is of; without a rate where that is too little. */
export const ratioOf = (n: number, of: number): Ratio => ({ n, of, rate: rateOf(n, of) });

/**
 * Opens of delivered emails that carry a pixel: rate = human / (tracked − machine), which takes people
 * behind a proxy to open as the others do; the truth lies between human / tracked and
 * (human + machine) / tracked. Observability = 1 − machine / tracked.
 */
export function opensOf({
  tracked,
  human,
  machine,
}: Pick<Opens, "tracked" | "human" | "machine">): Opens {
  return {
    tracked,
    human,
    machine,
    rate: rateOf(human, tracked - machine),
    low: rateOf(human, tracked),
    high: rateOf(human + machine, tracked),
    observability: rateOf(tracked - machine, tracked),
  };
}

/**
 * By when the `share` has had the event (0.5: the median), by Kaplan and Meier with 95 % limits.
 * Durations in seconds. Not reached: beyond the longest that was observed.
 */
export function percentileOf(observed: readonly Observed[], share: number): Percentile {
  const events = observed.reduce((n, each) => n + each.events, 0);
  if (events < PERCENTILE_EVENTS_MIN) {
    return { seconds: null, low: null, high: null, why: "too_few", beyond: null };
  }
  const steps = survivalOf(observed);
  const seconds = quantileOf(steps, share);
  const limits = quantileLimits(steps, share);
  if (seconds !== null) return { seconds, ...limits, why: null, beyond: null };
  const beyond = observed.reduce((longest, { x }) => Math.max(longest, x), 0);
  return { seconds, ...limits, why: "not_reached", beyond };
}

/** What is timed: from the first delivered message, or from the first escalation to the resolution. */
export type Timed = "response" | "resolution" | "escalation";

/**
 * What tallies of `…_time`, `…_ended` and `…_waiting` say of durations as of `now`, one row for each,
 * ascending; `ended` is competing. `workingMs` asks for those in working time (not of escalations) and
 * says how much of it has passed for what still waits, for which no tally knows a person's calendar.
 */
export function observedFrom(
  sums: readonly Pick<TallySum, "measure" | "bucket" | "n">[],
  of: Timed,
  now: Instant,
  workingMs?: (from: Instant, to: Instant) => number,
): Observed[] {
  const clock = workingMs ? "_business" : "";
  const waited = workingMs ?? ((from: Instant, to: Instant) => to - from);
  const rows = new Map<number, Required<Pick<Observed, "events" | "censored" | "competing">>>();
  const add = (bucket: number, what: "events" | "censored" | "competing", n: number) => {
    const row = rows.get(bucket) ?? { events: 0, censored: 0, competing: 0 };
    row[what] += n;
    rows.set(bucket, row);
  };
  for (const { measure, bucket, n } of sums) {
    if (measure === `${of}_time${clock}`) add(bucket, "events", n);
    else if (measure === `${of}_ended${clock}`) add(bucket, "competing", n);
    else if (measure === `${of}_waiting`) {
      const since = bucket * MINUTE_MS;
      const ms = since < now ? waited(since, now) : 0;
      add(durationBucket(ms / SECOND_MS), "censored", n);
    }
  }
  return [...rows]
    .filter(([, { events, censored, competing }]) => events + censored + competing !== 0)
    .toSorted(([a], [b]) => a - b)
    .map(([bucket, counts]) => ({ x: secondsOfBucket(bucket), ...counts }));
}
