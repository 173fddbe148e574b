import type { JobPayload } from "@/core/jobs";
import type { Program } from "@/core/workflow/program";
import { spreadOver } from "@/core/workflow/spread";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import { databaseNow } from "../clock/clock";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { moveCases } from "./move-cases";
import { tryMoves } from "./try-moves";

type Later = {
  workflow: string;
  version: number;
  ids: readonly string[];
  /** The time they are shared out over, by the server's clock. */
  minutes: number;
};

/** The open cases that would send a message within the hour because of a move to this program. */
export async function sendingSoon(
  ctx: Ctx,
  { workspaceId }: Pick<Who, "workspaceId">,
  to: Program,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { caseId, sendsSoon } of tryMoves(ctx.db, workspaceId, to)) {
    if (sendsSoon) ids.push(caseId);
  }
  return ids;
}

/** Has jobs move these cases, evenly over some minutes, once the transaction is done; until then they go on by their old version. */
export async function spreadMoves(
  ctx: Ctx,
  tx: Tx,
  { workspaceId, actor }: Who,
  { workflow, version, ids, minutes }: Later,
): Promise<void> {
  if (ids.length === 0) return;
  const now = await databaseNow(tx);
  for (const { afterMs, items } of spreadOver(ids, minutes)) {
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
  { workspaceId, actor, workflow, version, ids }: JobPayload<"cases.move">,
): Promise<void> {
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
  const moved = await moveCases(ctx, { workspaceId, actor }, workflow, version, { only: ids });
  ctx.log.info({ workflow, version, moved, cases: ids.length }, "cases moved to a version, spread");
}
