import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/core/errors";

const WINDOW_S = 60;

const limiters = new Map<number, RateLimiterMemory>();

function limiterOf(perMinute: number): RateLimiterMemory {
  let limiter = limiters.get(perMinute);
  if (!limiter) {
    limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_S });
    limiters.set(perMinute, limiter);
  }
  return limiter;
}

export type Allowance = { headers: Record<string, string> };

/** Counts a request of `key`. Throws `RateLimited` (429 with `Retry-After`) when the minute is used up. */
export async function countRequest(key: string, perMinute: number): Promise<Allowance> {
  try {
    return { headers: headersOf(await limiterOf(perMinute).consume(key), perMinute) };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new RateLimited(perMinute, headersOf(refusal, perMinute), secondsOf(refusal));
  }
}

/** Counts a request; false when the minute's allowance is used up. */
export async function isAllowed(key: string, perMinute: number): Promise<boolean> {
  try {
    await countRequest(key, perMinute);
    return true;
  } catch (error) {
    if (error instanceof RateLimited) return false;
    throw error;
  }
}

export class RateLimited extends AppError {
  readonly headers: Record<string, string>;

  constructor(perMinute: number, headers: Record<string, string>, retryAfterS: number) {
    super("rate_limited", `More than ${perMinute} requests in a minute.`, { retryAfterS });
    this.headers = headers;
  }
}

const secondsOf = (state: RateLimiterRes): number =>
  Math.max(1, Math.ceil(state.msBeforeNext / 1000));

const headersOf = (state: RateLimiterRes, perMinute: number): Record<string, string> => ({
  "ratelimit-limit": String(perMinute),
  "ratelimit-remaining": String(Math.max(0, state.remainingPoints)),
  "ratelimit-reset": String(secondsOf(state)),
});
