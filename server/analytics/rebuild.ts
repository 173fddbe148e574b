import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { recountRollups } from "@/db/queries/case-facts";
import { lockFacts, putAllCases } from "@/db/queries/fact-changes";
import type { Ctx } from "@/server/context";

/**
 * Makes the sums of a workspace anew from what every case counts and what those counted that are gone, and
 * has each case counted again, which the worker does. Numbers stay readable meanwhile. Gives how many cases
 * will be.
 */
export const rebuildFacts = (ctx: Pick<Ctx, "db">, workspaceId: WorkspaceId): Promise<number> =>
  inTransaction(ctx.db, async (tx) => {
    await lockFacts(tx, workspaceId);
    await recountRollups(tx, workspaceId);
    return putAllCases(tx, workspaceId);
  });
