import { AppError } from "@/core/errors";
import { applyEdit } from "@/core/workflow/edit/apply-edit";
import { findStep } from "@/core/workflow/edit/find";
import { setDraft } from "@/db/queries/workflow-drafts";
import { findVersion } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { changeFacts } from "../workspaces/change-facts";
import { draftToStore } from "./draft-to-store";
import { refuseOtherWriter } from "./refuse-other-writer";
import { requireWorkflow } from "./require-workflow";

type Promotion = {
  /** The split. */
  step: string;
  arm: string;
  /** The revision the operator has seen; refused with `precondition_failed` when another one is stored. */
  ifMatch: number;
};

/**
 * Puts the steps of one arm in the place of its split, in the draft or, where there is none, in a new one
 * of what is live. Nothing is published. Throws `not_found`, `conflict` while somebody else writes, and
 * `precondition_failed` also where the split or the arm is gone.
 */
export async function promoteArm(
  ctx: Ctx,
  who: Who,
  key: string,
  { step, arm, ifMatch }: Promotion,
): Promise<void> {
  const { workspaceId, actor } = who;
  const change = { action: "workflow.arm_promoted" as const, target: key, detail: { step, arm } };
  await changeFacts(ctx, who, change, async (tx) => {
    const stored = await requireWorkflow(tx, workspaceId, key, ifMatch);
    await refuseOtherWriter(tx, workspaceId, key, actor);
    const { name, liveVersion, draftTemplates: contents } = stored;
    const live = liveVersion === null ? null : await findVersion(tx, workspaceId, key, liveVersion);
    const definition = stored.draft ?? live?.definition;
    const split = definition && findStep(definition, step)?.step;
    const place = split?.kind === "split" ? split.arms.findIndex((each) => each.name === arm) : -1;
    if (!definition || place < 0) throw changed();
    const edit = { do: "remove", ids: [step], keep: `arms.${place}.steps` } as const;
    const edited = applyEdit({ name, definition, contents }, edit, newId);
    if (!edited.ok) throw changed();
    const toStore = await draftToStore(tx, workspaceId, stored, edited.document);
    await setDraft(tx, { workspaceId, key, name, ...toStore });
  });
}

const changed = () =>
  new AppError("precondition_failed", "The workflow has changed since you read it.");
