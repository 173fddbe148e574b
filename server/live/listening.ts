import { AppError } from "@/core/errors";
import { SECOND_MS } from "@/core/time";
import type { Ctx } from "@/server/context";

const START_WAIT_MS = 5 * SECOND_MS;

type Heard = {
  hear: (payload: string) => void;
  /** The connection was lost and is there again: nobody knows what was said meanwhile. */
  again: () => void;
};

/**
 * Hears what the database announces on one channel. All channels of a client share one connection,
 * which it opens again by itself.
 */
export class Listening {
  readonly #ctx: Pick<Ctx, "db" | "log">;
  readonly #channel: string;
  readonly #heard: Heard;
  #listening: Promise<unknown> | null = null;
  #isOn = false;
  #unlisten: (() => Promise<unknown>) | null = null;

  constructor(ctx: Pick<Ctx, "db" | "log">, channel: string, heard: Heard) {
    this.#ctx = ctx;
    this.#channel = channel;
    this.#heard = heard;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Begins to listen when nobody has yet. Resolves when it does; rejects when the database is away. */
  async start(): Promise<void> {
    if (this.#isOn) return;
    // Once: after a failure the client goes on by itself, and a second call would hear everything twice.
    this.#listening ??= this.#ctx.db.$client
      .listen(
        this.#channel,
        (payload) => this.#heard.hear(payload),
        () => this.#connected(),
      )
      .then(({ unlisten }) => {
        this.#unlisten = unlisten;
      });
    this.#listening.catch((err: unknown) => this.#ctx.log.warn({ err }, "live: not listening yet"));
    await Promise.race([this.#listening, rejectAfter(START_WAIT_MS)]);
  }

  /** As `start`, for a request: refuses with `unavailable`. */
  async ready(): Promise<void> {
    try {
      await this.start();
    } catch (cause) {
      throw new AppError("unavailable", "The database cannot be listened to right now.", {
        cause,
        retryAfterS: 1,
      });
    }
  }

  async close(): Promise<void> {
    await this.#unlisten?.().catch(() => {});
  }

  #connected(): void {
    const again = this.#isOn;
    this.#isOn = true;
    if (again) this.#heard.again();
  }
}

const rejectAfter = (ms: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("Listening took too long")), ms).unref();
  });
