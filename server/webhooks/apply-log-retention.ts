import { DAY_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { removeOldDeliveries } from "@/db/queries/webhook-deliveries";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";

/** How long deliveries are kept with their attempts, also those that wait for an endpoint that is off. */
export const LOG_KEPT_DAYS = 30;
const BATCH_ROWS = 1_000;
/** Transactions of one run; the rest is for the next. */
const BATCHES_MAX = 50;

/** Lets go of what the log of webhooks keeps no longer, in small transactions; gives how many went. */
export async function applyLogRetention(ctx: Ctx): Promise<number> {
  const before = (await databaseNow(ctx.db)) - LOG_KEPT_DAYS * DAY_MS;
  let removed = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const gone = await inTransaction(ctx.db, (tx) =>
      removeOldDeliveries(tx, { before, limit: BATCH_ROWS }),
    );
    removed += gone;
    if (gone < BATCH_ROWS) break;
  }
  return removed;
}
