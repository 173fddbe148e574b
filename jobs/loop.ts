import type { Logger } from "pino";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { IDLE, traced } from "@/server/operations/traced";
import { WakeSignal } from "./wake-signal";

/** Never more than a second late, even when a notification is lost. */
const SLEEP_MS_MAX = SECOND_MS;
/** Something is due but in another's hands: look again soon, without spinning. */
const SLEEP_MS_MIN = 20;
const RETRY_MS_FIRST = 100;

export type Work = {
  name: string;
  /** One round; gives how much there was to do. */
  round: () => Promise<number>;
  /** Milliseconds until something is due; null when nothing is. */
  dueInMs: () => Promise<number | null>;
};

/** A loop that works while there is work and sleeps until the next is due, or until it is woken. */
export class Loop {
  readonly #work: Work;
  readonly #log: Logger;
  readonly #signal = new WakeSignal();
  #stopping = false;
  #done: Promise<void> | null = null;

  constructor(work: Work, log: Logger) {
    this.#work = work;
    this.#log = log;
  }

  start(): void {
    this.#done ??= this.#run();
  }

  wake(): void {
    this.#signal.wake();
  }

  /** Ends after the round under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#signal.wake();
    await this.#done;
  }

  async #run(): Promise<void> {
    let retryMs = RETRY_MS_FIRST;
    while (!this.#stopping) {
      try {
        const did = await traced(`${this.#work.name} round`, {}, async (note) => {
          const done = await this.#work.round();
          note({ "followthrough.done": done, [IDLE]: done === 0 });
          return done;
        });
        retryMs = RETRY_MS_FIRST;
        if (did > 0 || this.#stopping) continue;
        const dueInMs = (await this.#work.dueInMs()) ?? SLEEP_MS_MAX;
        await this.#signal.sleep(Math.min(Math.max(dueInMs, SLEEP_MS_MIN), SLEEP_MS_MAX));
      } catch (error) {
        this.#log.error({ err: error, loop: this.#work.name, retryMs }, "a round failed");
        await this.#signal.sleep(retryMs);
        retryMs = Math.min(retryMs * 2, MINUTE_MS / 6);
      }
    }
  }
}
