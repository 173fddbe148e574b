import type { WorkspaceId } from "@/core/ids";
import { type Db, inTransaction, type Tx } from "@/db/client";
import { storeFacts } from "@/db/queries/case-facts";
import { listChangedWorkspaces, takeChanges, tryFactsLocks } from "@/db/queries/fact-changes";
import type { CaseRef } from "@/db/queries/raw-cases";
import { SumChanges } from "@/db/queries/rollups";
import type { Ctx } from "@/server/context";
import { type CountedCase, countCases } from "./count-cases";

/** Changes that are counted in one transaction. */
const BATCH = 1_000;
/** Workspaces that share one, and how many changes of each at least. */
const WORKSPACES_AT_ONCE = 10;
const SHARE_MIN = 200;
/** Batches that somebody who reads numbers waits for; the worker counts the rest. */
const BATCHES_BEFORE_READING = 3;

/**
 * Counts what changed, oldest first and a share of each workspace; gives how many changes it took, 0 when
 * none is left that nobody else is counting. Either all of it happens or none: a change is counted once.
 * A case that cannot be counted is left as it was.
 */
export async function foldFacts(ctx: Pick<Ctx, "db" | "log">): Promise<number> {
  let taken = 0;
  let after: WorkspaceId | null = null;
  for (;;) {
    const changed = await listChangedWorkspaces(ctx.db, after, WORKSPACES_AT_ONCE);
    if (changed.length === 0) return taken;
    const folded = await foldApart(ctx, changed);
    for (const { ref, fault } of folded.faults) {
      ctx.log.error({ ...ref, err: fault }, "a case that cannot be counted in the numbers");
    }
    taken += folded.taken;
    after = changed.at(-1) ?? null;
  }
}

/** One workspace that fails must not keep the others from being counted: then each goes alone. */
async function foldApart(
  ctx: Pick<Ctx, "db" | "log">,
  changed: readonly WorkspaceId[],
): Promise<Folded> {
  try {
    return await inTransaction(ctx.db, (tx) => fold(tx, changed));
  } catch (err) {
    ctx.log.error({ workspaces: changed, err }, "changes that could not be counted");
    const all: Folded = { taken: 0, faults: [] };
    if (changed.length === 1) return all;
    for (const workspaceId of changed) {
      const { taken, faults } = await foldApart(ctx, [workspaceId]);
      all.taken += taken;
      all.faults.push(...faults);
    }
    return all;
  }
}

/**
 * What has changed in a workspace counts before its numbers are read, as far as that is soon done. Somebody
 * else who is counting is not waited for, and what cannot be counted is left to the worker.
 */
export async function foldPending(db: Db, workspaceId: WorkspaceId): Promise<void> {
  for (let batch = 0; batch < BATCHES_BEFORE_READING; batch++) {
    const taken = await inTransaction(db, async (tx) => {
      const folded = await fold(tx, [workspaceId]);
      if (folded.faults.length > 0) throw new LeftToWorker();
      return folded.taken;
    }).catch((error: unknown) => {
      if (error instanceof LeftToWorker) return 0;
      throw error;
    });
    if (taken < BATCH) return;
  }
}

class LeftToWorker extends Error {}

type Folded = { taken: number; faults: { ref: CaseRef; fault: unknown }[] };

/** In the caller's transaction: changes leave the queue, their cases count anew. */
export async function fold(tx: Tx, changed: readonly WorkspaceId[]): Promise<Folded> {
  const ours = await tryFactsLocks(tx, changed);
  if (ours.length === 0) return { taken: 0, faults: [] };
  const share = Math.max(SHARE_MIN, Math.ceil(BATCH / ours.length));
  const { taken, refs } = await takeChanges(tx, ours, share);
  return { taken, faults: await recount(tx, refs) };
}

/** Counts these cases anew, and changes the sums by the difference. The caller holds the lock. */
async function recount(tx: Tx, refs: readonly CaseRef[]): Promise<Folded["faults"]> {
  if (refs.length === 0) return [];
  const counted = await countCases(tx, refs);
  const sums = new SumChanges();
  const stored = counted.flatMap((each) => {
    if (!("stored" in each)) return [];
    addDifference(sums, each);
    return [each.stored];
  });
  await storeFacts(tx, stored);
  await sums.write(tx);
  return counted.flatMap((each) =>
    "fault" in each
      ? [{ ref: { workspaceId: each.row.workspaceId, caseId: each.row.id }, fault: each.fault }]
      : [],
  );
}

function addDifference(
  sums: SumChanges,
  { row, stored }: Extract<CountedCase, { stored: unknown }>,
): void {
  const { day, workflow, version, facts } = stored;
  const { arm, tallies } = facts;
  if (row.counted) sums.add(row.workspaceId, row.counted, -1);
  sums.add(row.workspaceId, { day, workflow, version, arm, tallies }, 1);
}
