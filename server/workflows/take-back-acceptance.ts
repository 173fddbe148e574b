import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import { inTransaction } from "@/db/client";
import { setAcceptedChecks } from "@/db/queries/accepted-checks";
import { audit } from "@/db/queries/audit";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { actorOf, type OperatorWho } from "./operator-who";
import { requireWorkflow } from "./require-workflow";

/**
 * Counts an accepted check again. Gives what is still accepted; one that is not accepted is no error.
 * Throws `not_found` without such a workflow.
 */
export async function takeBackAcceptance(
  ctx: Pick<Ctx, "db">,
  who: OperatorWho,
  key: string,
  check: string,
): Promise<AcceptedCheck[]> {
  const { workspaceId } = who;
  return inTransaction(ctx.db, async (tx) => {
    const { acceptedChecks } = await requireWorkflow(tx, workspaceId, key);
    const gone = acceptedChecks.find((one) => one.check === check);
    if (!gone) return acceptedChecks;
    const accepted = acceptedChecks.filter((one) => one !== gone);
    await setAcceptedChecks(tx, workspaceId, key, accepted);
    const { step, note } = gone;
    await audit(tx, workspaceId, {
      id: newId(),
      actor: actorOf(who),
      action: "workflow.acceptance_taken_back",
      target: key,
      detail: { note, ...(step !== null && { step }) },
    });
    return accepted;
  });
}
