import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { lockWorkflow, type WorkflowRow } from "@/db/queries/workflows";

/**
 * The workflow, held until the transaction ends. Throws `not_found`, and `precondition_failed` when
 * `ifMatch` is not its revision.
 */
export async function requireWorkflow(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  ifMatch?: number,
): Promise<WorkflowRow> {
  const stored = await lockWorkflow(tx, workspaceId, key);
  if (!stored) throw new AppError("not_found", `There is no workflow ${key}.`);
  if (ifMatch !== undefined && stored.revision !== ifMatch) {
    throw new AppError("precondition_failed", "The workflow has changed since you read it.");
  }
  return stored;
}
