import { AppError } from "@/core/errors";
import { setStatus } from "@/db/queries/workflow-writes";
import type { WorkflowRow, WorkflowStatus } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts } from "@/server/workspaces/change-facts";
import { requireWorkflow } from "./require-workflow";

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
  word: "paused" | "resumed" | "archived",
  options: Options,
  next: (stored: WorkflowRow) => WorkflowStatus,
): Promise<void> {
  const change = { action: `workflow.${word}` as const, target: key };
  await changeFacts(ctx, who, change, async (tx) => {
    const stored = await requireWorkflow(tx, who.workspaceId, key, options.ifMatch);
    const { only = stored.status } = options;
    if (stored.status !== only) refuse(`The workflow is ${stored.status}, not ${only}.`);
    await setStatus(tx, who.workspaceId, key, next(stored));
  });
}
