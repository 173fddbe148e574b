import { MINUTE_MS, SECOND_MS } from "@/core/time";
import type { Provider } from "@/server/providers/provider";

/** Weight of the newest call in the average of how long one takes. */
const NEWEST_WEIGHT = 0.1;
/** Taken for fast until known: who is not, gives back a few once. */
const CALL_MS_FIRST = 10;
const PACE_MS_MAX = 5 * SECOND_MS;
const SLOWER = 2;
const FASTER = 0.98;
/** How often those look who wait for a place, on the average, until they have one. */
const LOOKS = 3;
const LOOK_STEP_MS_MAX = 1;
/** They come in groups, so that each claim is worth its transaction. */
const LOOK_TOGETHER_MS = 50;
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
  #deferredUntil = 0;
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
   * provider's own speed, so that a burst is not claimed and put back over and over. `stepMs` is the
   * distance its rate wants, `fromMs` how long it wants no calls at all.
   */
  reserveMs(now: number, { stepMs = 0, fromMs = 0 } = {}): number {
    const step = Math.max(this.#stepMs(), stepMs);
    const at = Math.max(now + fromMs, this.#closedUntil, this.#reservedUntil) + step;
    this.#reservedUntil = Math.min(at, now + RESERVED_AHEAD_MS_MAX);
    return Math.max(this.#reservedUntil, this.#closedUntil, now + fromMs) - now;
  }

  /** How long until a place is free for somebody who stands behind those that wait and `ahead` more. */
  placeMs(ahead: number, stepMs = 0): number {
    const line = this.#waiting.size + ahead - this.#free;
    return line < 0 ? ahead * stepMs : (line + 1) * Math.max(this.#stepMs(), stepMs);
  }

  /**
   * When somebody looks again who was not even claimed, after `fromMs`. Earlier than their place will
   * be free: looking costs little, and a provider that got faster must not stand idle.
   */
  deferMs(now: number, { stepMs = 0, fromMs = 0 } = {}): number {
    const step = Math.max(Math.min(this.#stepMs() / LOOKS, LOOK_STEP_MS_MAX), stepMs / LOOKS);
    const at = Math.max(now + fromMs, this.#deferredUntil) + step;
    this.#deferredUntil = Math.min(at, now + RESERVED_AHEAD_MS_MAX);
    return Math.ceil(this.#deferredUntil / LOOK_TOGETHER_MS) * LOOK_TOGETHER_MS - now;
  }

  #stepMs(): number {
    return Math.max(this.#callMs / this.#max, this.#paceMs);
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
