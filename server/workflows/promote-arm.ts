import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { changeDraft } from "./change-draft";

type Promotion = {
  /** The split. */
  step: string;
  arm: string;
  /** The revision the operator has seen; refused with `precondition_failed` when another one is stored. */
  ifMatch: number;
};

/**
 * Puts the steps of one arm in the place of its split, as `changeDraft` does and throws, also where the
 * split or the arm is gone.
 */
export async function promoteArm(
  ctx: Ctx,
  who: Who,
  key: string,
  { step, arm, ifMatch }: Promotion,
): Promise<void> {
  const action = "workflow.arm_promoted";
  await changeDraft(ctx, who, key, { action, detail: { step, arm }, step, ifMatch }, (split) => {
    const place = split.kind === "split" ? split.arms.findIndex(({ name }) => name === arm) : -1;
    return place < 0 ? null : { do: "remove", ids: [step], keep: `arms.${place}.steps` };
  });
}
