import type { AdvisedChange } from "@/core/metrics/advice";
import type { Edit } from "@/core/workflow/edit/edit";
import type { Step } from "@/core/workflow/step";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { changeDraft } from "./change-draft";

/**
 * Makes one advised change, as `changeDraft` does and throws, also where the step is of another kind.
 * `ifMatch` is the revision the operator has seen.
 */
export async function takeAdvice(
  ctx: Ctx,
  who: Who,
  key: string,
  { change, ifMatch }: { change: AdvisedChange; ifMatch: number },
): Promise<void> {
  const { step } = change;
  const taken = { action: "workflow.advice_taken", detail: change, step, ifMatch } as const;
  await changeDraft(ctx, who, key, taken, (found) => editOf(found, change));
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
