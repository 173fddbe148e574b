import { MINUTE_MS, SECOND_MS } from "@/core/time";
import type { Provider } from "@/server/providers/provider";

/** Weight of the newest call in the average of how long one takes. */
const NEWEST_WEIGHT = 0.1;
const CALL_MS_FIRST = 50;
const PACE_MS_MAX = 5 * SECOND_MS;
const SLOWER = 2;
const FASTER = 0.98;
/** A place further ahead than this is as good as a guess. */
const RESERVED_AHEAD_MS_MAX = 5 * MINUTE_MS;

/**
 * How many calls to one provider run at a time in this process, over all rounds; and when those may
 * come back that found no place. Times are those of a monotonic clock, in milliseconds.
 */
export class Slots {
  readonly #max: number;
  #free: number;
  #closedUntil = 0;
  #callMs = CALL_MS_FIRST;
  /** Distance between calls that a rate limit has taught; 0 while there was none. */
  #paceMs = 0;
  #reservedUntil = 0;
  readonly #waiting = new Set<(taken: boolean) => void>();

  constructor(max: number) {
    this.#max = max;
    this.#free = max;
  }

  isClosed(now: number): boolean {
    return now < this.#closedUntil;
  }

  /**
   * How long somebody who found no place stays away: places are given out one after the other at the
   * provider's own speed, so that a burst is not claimed and put back over and over.
   */
  reserveMs(now: number): number {
    const step = Math.max(this.#callMs / this.#max, this.#paceMs);
    const at = Math.max(now, this.#closedUntil, this.#reservedUntil) + step;
    this.#reservedUntil = Math.min(at, now + RESERVED_AHEAD_MS_MAX);
    return Math.max(this.#reservedUntil, this.#closedUntil) - now;
  }

  /** The provider wants no calls for a while, and fewer after that. */
  close(now: number, forMs: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, now + forMs);
    const pace = Math.max(this.#paceMs * SLOWER, this.#callMs / this.#max);
    this.#paceMs = Math.min(pace, PACE_MS_MAX);
    for (const answer of [...this.#waiting]) answer(false);
  }

  /** Whether a slot was there within `waitMs`; who takes one gives it back with `give`. */
  take(waitMs: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    if (waitMs <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const answer = (taken: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(answer);
        resolve(taken);
      };
      const timer = setTimeout(answer, waitMs, false);
      this.#waiting.add(answer);
    });
  }

  give(): void {
    const [next] = this.#waiting;
    if (next) next(true);
    else this.#free += 1;
  }

  /** A call was answered, and not with a rate limit. */
  answered(tookMs: number): void {
    this.#callMs += (tookMs - this.#callMs) * NEWEST_WEIGHT;
    this.#paceMs *= FASTER;
  }
}

const slots = new WeakMap<Provider, Slots>();

export function slotsOf(provider: Provider): Slots {
  const known = slots.get(provider);
  if (known) return known;
  const made = new Slots(provider.concurrencyMax);
  slots.set(provider, made);
  return made;
}
