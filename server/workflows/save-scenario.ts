import { SCENARIOS_MAX, type ScenarioTest } from "@/core/case/scenario-test";
import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { countScenarios, putScenario } from "@/db/queries/scenarios";
import { touchWorkflow } from "@/db/queries/workflow-writes";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { requireWorkflow } from "./require-workflow";

/**
 * Keeps a scenario with a workflow, in place of one with the same key, and raises the workflow's revision. What
 * is live stays as it is.
 * Throws `not_found` without such a workflow, and `conflict` beyond `SCENARIOS_MAX`.
 */
export async function saveScenario(
  ctx: Pick<Ctx, "db">,
  { workspaceId, actor }: Who,
  workflow: string,
  test: ScenarioTest,
): Promise<{ created: boolean }> {
  return inTransaction(ctx.db, async (tx) => {
    // Its lock keeps a draft that is written whole from dropping this one unseen, and two savers from passing the limit together.
    await requireWorkflow(tx, workspaceId, workflow);
    const created = await putScenario(tx, workspaceId, workflow, test);
    if (created && (await countScenarios(tx, workspaceId, workflow)) > SCENARIOS_MAX) {
      throw new AppError("conflict", `A workflow keeps at most ${SCENARIOS_MAX} scenarios.`);
    }
    await touchWorkflow(tx, workspaceId, workflow);
    const detail = { scenario: test.key, name: test.name };
    const action = "workflow.scenario_saved";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: workflow, detail });
    return { created };
  });
}
