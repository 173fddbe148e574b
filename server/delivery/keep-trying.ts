import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "@/server/context";

const TRIES_MAX = 60;
const PAUSE_MS = 1_000;

/**
 * Writes what nobody else knows: while the database is away it is kept and tried again, about a
 * minute. Rejects after that; what is left as `sending` is found by `recover`, but late. `write` must
 * do nothing when it has been done before, as the answer to it may have been lost.
 */
export async function keepTrying(
  ctx: Ctx,
  what: string,
  write: () => Promise<unknown>,
): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await write();
      return;
    } catch (error) {
      ctx.log.warn({ err: error, what, tried }, "not written");
      if (tried >= TRIES_MAX) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
