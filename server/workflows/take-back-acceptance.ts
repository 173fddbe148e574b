import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import { inTransaction } from "@/db/client";
import { setAcceptedChecks } from "@/db/queries/accepted-checks";
import { audit } from "@/db/queries/audit";
import { lockWorkflow } from "@/db/queries/workflows";
import type { Ctx } from "../context";
import { newId } from "../new-id";

type Operator = { workspaceId: WorkspaceId; operatorId: string; name: string };

/**
 * Counts an accepted check again. Gives what is still accepted; one that is not accepted is no error.
 * Throws `not_found` without such a workflow.
 */
export async function takeBackAcceptance(
  ctx: Pick<Ctx, "db">,
  { workspaceId, operatorId, name }: Operator,
  key: string,
  check: string,
): Promise<AcceptedCheck[]> {
  return inTransaction(ctx.db, async (tx) => {
    const workflow = await lockWorkflow(tx, workspaceId, key);
    if (!workflow) throw new AppError("not_found", `There is no workflow ${key}.`);
    const { acceptedChecks } = workflow;
    const gone = acceptedChecks.find((one) => one.check === check);
    if (!gone) return acceptedChecks;
    const accepted = acceptedChecks.filter((one) => one !== gone);
    await setAcceptedChecks(tx, workspaceId, key, accepted);
    const { step, note } = gone;
    await audit(tx, workspaceId, {
      id: newId(),
      actor: { kind: "operator", id: operatorId, name },
      action: "workflow.acceptance_taken_back",
      target: key,
      detail: { note, ...(step !== null && { step }) },
    });
    return accepted;
  });
}
