import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { walk } from "@/core/workflow/definition";
import { type AcceptedCheck, checkMarks, withAcceptance } from "@/core/workflow/problems/accepted";
import { inTransaction } from "@/db/client";
import { setAcceptedChecks } from "@/db/queries/accepted-checks";
import { audit } from "@/db/queries/audit";
import { findWorkflow, type WorkflowWithLive } from "@/db/queries/workflows";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { actorOf, type OperatorWho } from "./operator-who";
import { problemsOf } from "./problems-of";
import { requireWorkflow } from "./require-workflow";

/**
 * Accepts a check of the stored draft, or of what is live where there is none: it is shown with the
 * note from now on and no longer counted. Gives all that is accepted. Throws `not_found` without such
 * a workflow, and `conflict` for what is not found in it as a check: a problem cannot be accepted.
 */
export async function acceptCheck(
  ctx: Ctx,
  who: OperatorWho,
  key: string,
  { check, note }: Pick<AcceptedCheck, "check" | "note">,
): Promise<AcceptedCheck[]> {
  const { workspaceId, operatorId, name } = who;
  const stored = await findWorkflow(ctx.db, workspaceId, key);
  if (!stored) throw new AppError("not_found", `There is no workflow ${key}.`);
  const found = await findingOf(ctx, workspaceId, stored, check);
  return inTransaction(ctx.db, async (tx) => {
    const workflow = await requireWorkflow(tx, workspaceId, key);
    const at = await nowOf(tx, workspaceId);
    const { step, code } = found;
    const steps = new Set(
      [workflow.draft, stored.live?.definition].flatMap((definition) =>
        definition ? [...walk(definition)].map((place) => place.step.id) : [],
      ),
    );
    // Those of steps that are gone would only fill the list.
    const kept = workflow.acceptedChecks.filter((one) => one.step === null || steps.has(one.step));
    const by = { id: operatorId, name };
    const accepted = withAcceptance(kept, { check, step, note, by, at });
    await setAcceptedChecks(tx, workspaceId, key, accepted);
    await audit(tx, workspaceId, {
      id: newId(),
      actor: actorOf(who),
      action: "workflow.check_accepted",
      target: key,
      detail: { code, note, ...(step !== null && { step }) },
    });
    return accepted;
  });
}

async function findingOf(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  { workflow, live }: WorkflowWithLive,
  check: string,
) {
  const definition = workflow.draft ?? live?.definition;
  const all = definition
    ? await problemsOf(ctx, workspaceId, definition, workflow.draftTemplates)
    : [];
  const markOf = definition && checkMarks(definition);
  const found = all.find((problem) => problem.severity === "check" && markOf?.(problem) === check);
  if (found) return found;
  throw new AppError("conflict", "This check is not found in the stored draft any more.");
}
