import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { setStatus } from "@/db/queries/workflow-writes";
import { lockWorkflow, type WorkflowRow, type WorkflowStatus } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts } from "@/server/workspaces/change-facts";

type Options = {
  ifMatch?: number | undefined;
  /** Throws `conflict` for a workflow that is anything else. */
  only?: WorkflowStatus;
};

/** No new cases open; open ones go on. Throws `conflict` for one that is not live or paused. */
export const pauseWorkflow = (ctx: Ctx, who: Who, key: string, options: Options = {}) =>
  turn(ctx, who, key, "paused", options, (stored) =>
    stored.status === "live" || stored.status === "paused"
      ? "paused"
      : refuse(`The workflow is ${stored.status}; only a live one can be paused.`),
  );

/** Back to what it was: live when a version was ever published, a draft otherwise. */
export const resumeWorkflow = (ctx: Ctx, who: Who, key: string, options: Options = {}) =>
  turn(ctx, who, key, "resumed", options, (stored) =>
    stored.liveVersion === null ? "draft" : "live",
  );

/** No new cases, and out of the lists; open cases go on. */
export const archiveWorkflow = (ctx: Ctx, who: Who, key: string, options: Options = {}) =>
  turn(ctx, who, key, "archived", options, () => "archived");

function refuse(message: string): never {
  throw new AppError("conflict", message);
}

async function turn(
  ctx: Ctx,
  who: Who,
  key: string,
  word: string,
  options: Options,
  next: (stored: WorkflowRow) => WorkflowStatus,
): Promise<void> {
  const change = { action: `workflow.${word}`, target: key };
  await changeFacts(ctx, who, change, async (tx) => {
    const stored = await requireWorkflow(tx, who, key, options.ifMatch);
    const { only = stored.status } = options;
    if (stored.status !== only) refuse(`The workflow is ${stored.status}, not ${only}.`);
    await setStatus(tx, who.workspaceId, key, next(stored));
  });
}

/** The workflow, held until the transaction ends. Throws `not_found` and `precondition_failed`. */
export async function requireWorkflow(
  tx: Tx,
  who: Who,
  key: string,
  ifMatch: number | undefined,
): Promise<WorkflowRow> {
  const stored = await lockWorkflow(tx, who.workspaceId, key);
  if (!stored) throw new AppError("not_found", `There is no workflow ${key}.`);
  if (ifMatch !== undefined && stored.revision !== ifMatch) {
    throw new AppError("precondition_failed", "The workflow has changed since you read it.");
  }
  return stored;
}
