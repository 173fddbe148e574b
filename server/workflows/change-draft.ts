import type { AuditAction } from "@/core/audit/audit-action";
import { AppError } from "@/core/errors";
import { applyEdit } from "@/core/workflow/edit/apply-edit";
import type { Edit } from "@/core/workflow/edit/edit";
import { findStep } from "@/core/workflow/edit/find";
import type { Step } from "@/core/workflow/step";
import { setDraft } from "@/db/queries/workflow-drafts";
import { findVersion } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { changeFacts } from "../workspaces/change-facts";
import { draftToStore } from "./draft-to-store";
import { refuseOtherWriter } from "./refuse-other-writer";
import { requireWorkflow } from "./require-workflow";

type DraftChange = {
  action: AuditAction;
  /** Of the change, for the audit. */
  detail: Record<string, unknown>;
  /** The step it is made in. */
  step: string;
  /** The revision the operator has seen. */
  ifMatch: number;
};

/**
 * Makes one edit in the draft or, where there is none, in a new one of what is live. Nothing is published.
 * Throws `not_found`, `conflict` while somebody else writes, and `precondition_failed` when another
 * revision is stored, the step is gone, or `editOf` finds that the change cannot be made in it (null).
 */
export async function changeDraft(
  ctx: Ctx,
  who: Who,
  key: string,
  { action, detail, step, ifMatch }: DraftChange,
  editOf: (step: Step) => Edit | null,
): Promise<void> {
  const { workspaceId, actor } = who;
  await changeFacts(ctx, who, { action, target: key, detail }, async (tx) => {
    const stored = await requireWorkflow(tx, workspaceId, key, ifMatch);
    await refuseOtherWriter(tx, workspaceId, key, actor);
    const { name, liveVersion, draftTemplates: contents } = stored;
    const live = liveVersion === null ? null : await findVersion(tx, workspaceId, key, liveVersion);
    const definition = stored.draft ?? live?.definition;
    const found = definition && findStep(definition, step)?.step;
    const edit = found && editOf(found);
    if (!definition || !edit) throw changed();
    const edited = applyEdit({ name, definition, contents }, edit, newId);
    if (!edited.ok) throw changed();
    const toStore = await draftToStore(tx, workspaceId, stored, edited.document);
    await setDraft(tx, { workspaceId, key, name, ...toStore });
  });
}

const changed = () =>
  new AppError("precondition_failed", "The workflow has changed since you read it.");
