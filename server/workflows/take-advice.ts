import { AppError } from "@/core/errors";
import type { AdvisedChange } from "@/core/metrics/advice";
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

/**
 * Makes one advised change in the draft or, where there is none, in a new one of what is live. Nothing is
 * published. `ifMatch` is the revision the operator has seen. Throws `not_found`, `conflict` while somebody
 * else writes, and `precondition_failed` also where the step is gone or of another kind.
 */
export async function takeAdvice(
  ctx: Ctx,
  who: Who,
  key: string,
  { change, ifMatch }: { change: AdvisedChange; ifMatch: number },
): Promise<void> {
  const { workspaceId, actor } = who;
  const audited = { action: "workflow.advice_taken" as const, target: key, detail: change };
  await changeFacts(ctx, who, audited, async (tx) => {
    const stored = await requireWorkflow(tx, workspaceId, key, ifMatch);
    await refuseOtherWriter(tx, workspaceId, key, actor);
    const { name, liveVersion, draftTemplates: contents } = stored;
    const live = liveVersion === null ? null : await findVersion(tx, workspaceId, key, liveVersion);
    const definition = stored.draft ?? live?.definition;
    const step = definition && findStep(definition, change.step)?.step;
    const edit = step && editOf(step, change);
    if (!definition || !edit) throw changed();
    const edited = applyEdit({ name, definition, contents }, edit, newId);
    if (!edited.ok) throw changed();
    const toStore = await draftToStore(tx, workspaceId, stored, edited.document);
    await setDraft(tx, { workspaceId, key, name, ...toStore });
  });
}

/** Null: it cannot be made in this step. */
function editOf(step: Step, change: AdvisedChange): Edit | null {
  switch (change.do) {
    case "disable":
      return step.kind === "send" ? { do: "disable", ids: [step.id], disabled: true } : null;
    case "wait_for":
      return (step.kind === "wait" || step.kind === "wait_for_response") && step.for !== undefined
        ? { do: "set_step", step: { ...step, for: change.for } }
        : null;
    default:
      return step.kind === "wait"
        ? { do: "set_step", step: { ...step, at: change.at, zone: "person" } }
        : null;
  }
}

const changed = () =>
  new AppError("precondition_failed", "The workflow has changed since you read it.");
