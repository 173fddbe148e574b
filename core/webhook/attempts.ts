import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/**
 * How long an event waits after each attempt that failed: the schedule that Standard Webhooks
 * recommends, ten attempts within three days and four hours.
 */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** Up to this part of a delay is added, so that what failed together does not come back together. */
export const JITTER_MAX = 0.1;

/** An endpoint that took nothing for so long is turned off. */
export const FAILING_MAX_MS = 3 * DAY_MS;

/** What came of one request: a status, or nothing that counts as an answer. */
export type Answered = {
  status: number | null;
  /** The wait the receiver asked for, bounded by whoever read it. */
  retryAfterMs: number | null;
};

export type Verdict =
  | { kind: "delivered" }
  | { kind: "again"; at: Instant }
  /** `gone`: the receiver said that it will never be there again. */
  | { kind: "failed"; gone: boolean };

export const GONE = 410;

/**
 * What follows from an attempt. Any 2xx is taken; everything else is tried again by the schedule, or
 * later where the receiver asks for it, until the attempts are used up. `tries` counts this one too;
 * `jitter` is a number from 0 to 1.
 */
export function verdictOf(
  { status, retryAfterMs }: Answered,
  { tries, now, jitter }: { tries: number; now: Instant; jitter: number },
): Verdict {
  if (status !== null && status >= 200 && status < 300) return { kind: "delivered" };
  if (status === GONE) return { kind: "failed", gone: true };
  const delay = RETRY_DELAYS_MS[tries - 1];
  if (delay === undefined) return { kind: "failed", gone: false };
  const own = delay * (1 + JITTER_MAX * jitter);
  return { kind: "again", at: now + Math.round(Math.max(own, retryAfterMs ?? 0)) };
}

/** Whether an endpoint that has taken nothing since `failingSince` has had its time. */
export const hasFailedLongEnough = (failingSince: Instant, now: Instant): boolean =>
  now - failingSince >= FAILING_MAX_MS;
