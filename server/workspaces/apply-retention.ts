import { DAY_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { listRetentions, RETENTION_KINDS, removeOld } from "@/db/queries/retention";
import { Retention } from "@/db/schema/workspaces";
import { foldPending } from "@/server/analytics/fold";
import { databaseNow, nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";

/** Rows in one transaction: a case takes its messages and timeline with it. */
const BATCH_ROWS = 200;
/** Transactions for one term of one workspace in one run; the rest is for the next. */
const BATCHES_MAX = 25;

/**
 * Lets go of what every workspace keeps no longer, in small transactions. Open cases and all that
 * belongs to them stay, whatever their age. Gives how many rows went, by term.
 */
export async function applyRetention(ctx: Ctx): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const { id: workspaceId, kind, retention } of await listRetentions(ctx.db)) {
    const terms = Retention.safeParse(retention).data ?? {};
    for (const what of RETENTION_KINDS) {
      const days = terms[what];
      if (days === undefined) continue;
      // The log is written by the real clock, also where a test clock rules.
      const now =
        what === "auditDays" ? await databaseNow(ctx.db) : await nowOf(ctx.db, workspaceId);
      if (what === "closedCaseDays") await foldPending(ctx.db, workspaceId);
      const old = { workspaceId, kind, before: now - days * DAY_MS };
      for (let batch = 0; batch < BATCHES_MAX; batch++) {
        const gone = await inTransaction(ctx.db, (tx) => removeOld(tx, what, old, BATCH_ROWS));
        removed[what] = (removed[what] ?? 0) + gone;
        if (gone < BATCH_ROWS) break;
      }
    }
  }
  return removed;
}
