import { inTransaction } from "@/db/client";
import { commit } from "@/server/cases/apply-events";
import { takeNumbers } from "@/server/cases/numbers";
import { openCases } from "@/server/cases/open-case";
import { loadWorkflows } from "@/server/cases/workflow-facts";
import { databaseNow } from "@/server/clock/clock";
import { newId } from "@/server/new-id";
import { BATCH } from "../settings";
import { dataOf, EVENT } from "./workflow";
import { personOf, type World } from "./world";

/** Opens cases set-based, as many to a transaction as the clock takes: each has run its first step. */
export async function openMany(world: World, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    await openBatch(world, Math.min(BATCH, count - from));
  }
}

async function openBatch({ ctx, workspaceId }: World, count: number): Promise<void> {
  const [workflow] = await loadWorkflows(ctx.db, workspaceId);
  const program = workflow?.live;
  if (!program) throw new Error("The bench's workflow is not live.");
  const numbers = await takeNumbers(ctx.db, workspaceId, count);
  await inTransaction(ctx.db, async (tx) => {
    const at = await databaseNow(tx);
    const openings = numbers.map((number) => ({
      workspaceId,
      program,
      number,
      personId: personOf(number),
      key: `invoice:${number}`,
      data: dataOf(String(number)),
      dueAt: null,
      by: { kind: "event" as const, id: newId(), name: EVENT },
      at,
      testClock: false,
      early: null,
    }));
    await commit(ctx, tx, await openCases(tx, openings));
  });
}
