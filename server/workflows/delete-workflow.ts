import { AppError } from "@/core/errors";
import { deleteWorkflowRows, hasCases } from "@/db/queries/workflow-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts } from "@/server/workspaces/change-facts";
import { requireWorkflow } from "./require-workflow";

/** Deletes a workflow that never had a case. Throws `not_found`, and `conflict` otherwise. */
export async function deleteWorkflow(
  ctx: Ctx,
  who: Who,
  key: string,
  options: { ifMatch?: number | undefined } = {},
): Promise<void> {
  const change = { action: "workflow.deleted" as const, target: key };
  await changeFacts(ctx, who, change, async (tx) => {
    await requireWorkflow(tx, who.workspaceId, key, options.ifMatch);
    if (await hasCases(tx, who.workspaceId, key)) {
      throw new AppError("conflict", "The workflow has cases, which need it. Archive it instead.");
    }
    await deleteWorkflowRows(tx, who.workspaceId, key);
  });
}
