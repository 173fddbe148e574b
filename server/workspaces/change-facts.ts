import type { AuditAction } from "@/core/audit/audit-action";
import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { deleteKeyed, type KeyedNoun } from "@/db/queries/keyed";
import { bumpFacts } from "@/db/queries/workspaces";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

type Change = { action: AuditAction; target: string; detail?: Record<string, unknown> };

/**
 * A change of what all cases of a workspace share: one transaction with its audit line, seen by every
 * cache. Where `replan` names what changed, open cases are planned again, by the new facts.
 */
export async function changeFacts<T>(
  ctx: Ctx,
  who: Who,
  change: Change,
  work: (tx: Tx) => Promise<T>,
  replan?: (result: T) => string | null,
): Promise<T> {
  const { workspaceId, actor } = who;
  return inTransaction(ctx.db, async (tx) => {
    const result = await work(tx);
    // Before the cases are planned again: caches look at the revision.
    await bumpFacts(tx, workspaceId);
    const what = replan?.(result) ?? null;
    if (what !== null) await factsChanged(ctx, tx, workspaceId, { all: true }, what);
    await audit(tx, workspaceId, { id: newId(), actor, ...change });
    return result;
  });
}

/**
 * Deletes what a workspace keeps by key. `usedBy` names what would break. Throws `not_found`, and
 * `conflict` with those names.
 */
export async function deleteFact(
  ctx: Ctx,
  who: Who,
  noun: KeyedNoun,
  key: string,
  usedBy: (tx: Tx) => Promise<string[]>,
): Promise<void> {
  const change = { action: `${noun}.deleted` as const, target: key };
  await changeFacts(ctx, who, change, async (tx) => {
    const users = await usedBy(tx);
    if (!(await deleteKeyed(tx, who.workspaceId, noun, key))) {
      throw new AppError("not_found", `There is no ${key}.`);
    }
    if (users.length > 0) {
      throw new AppError("conflict", `${key} is still used by ${users.slice(0, 5).join(", ")}.`);
    }
  });
}

/** Refuses (`invalid`) a body that repeats another key than the address's. */
export function sameKeyAs(key: string, given: string | undefined): void {
  if (given === undefined || given === key) return;
  const errors = [{ path: "key", message: `the address says ${key}` }];
  throw new AppError("invalid", "The body names another key than the address.", { errors });
}
