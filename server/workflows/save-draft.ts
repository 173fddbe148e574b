import type { WorkflowInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { replaceDraft, tryInsertWorkflow } from "@/db/queries/workflow-writes";
import { lockWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

type Options = {
  /** The revision the writer has read; refused with `precondition_failed` when another one is stored. */
  ifMatch?: number | undefined;
  /** Refuse (`conflict`) a key that is taken. */
  onlyNew?: boolean | undefined;
};

/**
 * Makes a workflow with a draft, or replaces the draft of one; what is live stays as it is. A draft
 * may still have problems that publishing would refuse.
 */
export async function saveDraft(
  ctx: Ctx,
  who: Who,
  key: string,
  input: WorkflowInput,
  options: Options = {},
): Promise<{ created: boolean }> {
  sameKeyAs(key, input.key);
  const { name, definition } = input;
  const change = { action: "workflow.draft_saved", target: key };
  const created = await changeFacts(ctx, who, change, async (tx) => {
    const row = { workspaceId: who.workspaceId, key, name, draft: definition };
    if (options.ifMatch === undefined && (await tryInsertWorkflow(tx, row))) return true;
    if (options.onlyNew) throw new AppError("conflict", `There is a workflow ${key} already.`);
    await requireRevision(tx, who, key, options.ifMatch);
    await replaceDraft(tx, row);
    return false;
  });
  return { created };
}

async function requireRevision(tx: Tx, who: Who, key: string, ifMatch?: number): Promise<void> {
  const stored = await lockWorkflow(tx, who.workspaceId, key);
  if (ifMatch !== undefined && stored?.revision !== ifMatch) {
    throw new AppError("precondition_failed", "The workflow has changed since you read it.");
  }
}
