import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { deleteScenarioRow } from "@/db/queries/scenarios";
import { touchWorkflow } from "@/db/queries/workflow-writes";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { requireWorkflow } from "./require-workflow";

/** Raises the workflow's revision. Throws `not_found` without such a workflow, or such a scenario of it. */
export async function deleteScenario(
  ctx: Pick<Ctx, "db">,
  { workspaceId, actor }: Who,
  workflow: string,
  key: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await requireWorkflow(tx, workspaceId, workflow);
    if (!(await deleteScenarioRow(tx, workspaceId, workflow, key))) {
      throw new AppError("not_found", `There is no scenario ${key}.`);
    }
    await touchWorkflow(tx, workspaceId, workflow);
    const detail = { scenario: key };
    const action = "workflow.scenario_deleted";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: workflow, detail });
  });
}
