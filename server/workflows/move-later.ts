import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { JobPayload } from "@/core/jobs";
import type { Program } from "@/core/workflow/program";
import { CASES_IN_MOVE_MAX, type Share, spreadOver } from "@/core/workflow/spread";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findWorkflow } from "@/db/queries/workflows";
import { loadPrograms } from "../cases/programs";
import type { Who } from "../cases/verbs";
import { databaseNow } from "../clock/clock";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { moveCases } from "./move-cases";
import { tryMoves } from "./try-moves";

/** Open cases that are moved, or tried, while whoever publishes waits; more of them are left to jobs. */
export const CASES_AT_ONCE_MAX = 1_000;

/** Which open cases jobs will move: these, or all there are when the version is published. */
type MovePlan = { later: readonly string[] } | { later: "all" };

type Moves = {
  workflow: string;
  version: number;
  /** The time over which those are shared out that would send at once, by the server's clock. */
  minutes: number;
};

/**
 * What of a move to this program cannot be done at once: the cases that would send a message within
 * the hour because of it, where they are to be spread; of more than `CASES_AT_ONCE_MAX` all.
 */
export async function planMoves(
  ctx: Ctx,
  { workspaceId }: Pick<Who, "workspaceId">,
  to: Program,
  minutes: number,
): Promise<MovePlan> {
  const many = await ctx.db.execute(sql`
    select 1 from cases where workspace_id = ${workspaceId} and workflow = ${to.workflow}
      and status = 'open' limit ${CASES_AT_ONCE_MAX + 1}`);
  if (many.length > CASES_AT_ONCE_MAX) return { later: "all" };
  return { later: minutes > 0 ? await sendingSoon(ctx, workspaceId, to) : [] };
}

/**
 * Gives to jobs what the plan leaves to them, once the transaction is done; until a job comes to them
 * the cases go on by their old version. Gives the ids of those cases, in their order.
 */
export async function enqueueMoves(
  ctx: Ctx,
  tx: Tx,
  who: Who,
  { later }: MovePlan,
  moves: Moves,
): Promise<readonly string[]> {
  if (later !== "all") {
    await spreadMoves(ctx, tx, who, { ...moves, ids: later });
    return later;
  }
  const { workspaceId, actor } = who;
  const { workflow, version, minutes } = moves;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from cases where workspace_id = ${workspaceId} and workflow = ${workflow}
      and status = 'open' and version < ${version} order by id`);
  const ids = rows.map(({ id }) => id);
  const parts = Math.ceil(ids.length / CASES_IN_MOVE_MAX);
  for (let part = 0; part < parts; part++) {
    const own = ids.slice(part * CASES_IN_MOVE_MAX, (part + 1) * CASES_IN_MOVE_MAX);
    const spread = minutes > 0 ? { spread: { minutes, part, parts } } : {};
    await ctx.enqueue(tx, "cases.move", {
      ...{ workspaceId, actor, workflow, version, ids: own },
      ...spread,
    });
  }
  const detail = { version, cases: ids.length, spreadMinutes: minutes };
  const action = "workflow.move_queued";
  await audit(tx, workspaceId, { id: newId(), actor, action, target: workflow, detail });
  return ids;
}

async function sendingSoon(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  to: Program,
  only?: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { caseId, sendsSoon } of tryMoves(ctx.db, workspaceId, to, only && { only })) {
    if (sendsSoon) ids.push(caseId);
  }
  return ids;
}

async function spreadMoves(
  ctx: Ctx,
  tx: Tx,
  { workspaceId, actor }: Who,
  { workflow, version, ids, minutes, share }: Moves & { ids: readonly string[]; share?: Share },
): Promise<void> {
  if (ids.length === 0) return;
  const now = await databaseNow(tx);
  for (const { afterMs, items } of spreadOver(ids, minutes, share)) {
    const job = { workspaceId, actor, workflow, version, ids: items };
    await ctx.enqueue(tx, "cases.move", job, { startAfter: new Date(now + afterMs) });
  }
  const detail = { version, cases: ids.length, spreadMinutes: minutes };
  const action = "workflow.move_spread";
  await audit(tx, workspaceId, { id: newId(), actor, action, target: workflow, detail });
}

/**
 * One job's share. A case that is closed or moved already stays as it is, so a second run does
 * nothing. When another version is live by then, nobody is moved: whoever took it back wanted that.
 */
export async function moveLater(
  ctx: Ctx,
  { workspaceId, actor, workflow, version, ids, spread }: JobPayload<"cases.move">,
): Promise<void> {
  const who = { workspaceId, actor };
  const live = (await findWorkflow(ctx.db, workspaceId, workflow))?.workflow.liveVersion ?? null;
  if (live !== version) {
    ctx.log.warn({ workflow, version, live, cases: ids.length }, "cases stay on their version");
    await inTransaction(ctx.db, (tx) =>
      audit(tx, workspaceId, {
        id: newId(),
        actor,
        action: "workflow.move_dropped",
        target: workflow,
        detail: { version, live, cases: ids.length },
      }),
    );
    return;
  }
  const ref = { workspaceId, workflow, version };
  const to = spread && (await loadPrograms(ctx.db, [ref]))(ref);
  const soon = to ? await sendingSoon(ctx, workspaceId, to, ids) : [];
  const which = { only: ids, except: soon };
  const moved = await moveCases(ctx, who, workflow, version, which);
  if (spread) {
    const { minutes, ...share } = spread;
    const moves = { workflow, version, minutes, ids: soon, share };
    await inTransaction(ctx.db, (tx) => spreadMoves(ctx, tx, who, moves));
  }
  ctx.log.info({ workflow, version, moved, cases: ids.length }, "cases moved by a job");
}
