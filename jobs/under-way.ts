import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

/** Calls to providers that no loop waits for. */
export class UnderWay {
  readonly #log: Logger;
  readonly #calls = new Set<Promise<void>>();

  constructor(log: Logger) {
    this.#log = log;
  }

  add(calls: Promise<void>): void {
    const guarded = calls
      .catch((error: unknown) =>
        this.#log.error({ err: error }, "a hand-over could not be recorded"),
      )
      .finally(() => this.#calls.delete(guarded));
    this.#calls.add(guarded);
  }

  /** Resolves when fewer than `max` are under way. */
  async fewerThan(max: number): Promise<void> {
    while (this.#calls.size >= max) await Promise.race(this.#calls);
  }

  /** Resolves when all have ended, or after `ms`. */
  async drain(ms: number): Promise<void> {
    await Promise.race([Promise.all(this.#calls), sleep(ms, undefined, { ref: false })]);
  }
}
