import type { ScenarioTest } from "@/core/case/scenario-test";
import type { WorkflowInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { deleteScenarioRow, listScenarios, putScenario } from "@/db/queries/scenarios";
import { replaceDraft, tryInsertWorkflow } from "@/db/queries/workflow-writes";
import { lockWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";
import { changedTemplates } from "./workflow-contents";

type Options = {
  /** The revision the writer has read; refused with `precondition_failed` when another one is stored. */
  ifMatch?: number | undefined;
  /** Refuse (`conflict`) a key that is taken. */
  onlyNew?: boolean | undefined;
};

/**
 * Makes a workflow with a draft, or replaces the draft of one; what is live stays as it is. A draft
 * may still have problems that publishing would refuse. Contents that differ from what is published
 * wait in the draft; scenarios take the place of those there are at once.
 */
export async function saveDraft(
  ctx: Ctx,
  who: Who,
  key: string,
  input: WorkflowInput,
  options: Options = {},
): Promise<{ created: boolean }> {
  sameKeyAs(key, input.key);
  const { name, definition, templates, scenarios } = input;
  const change = { action: "workflow.draft_saved", target: key };
  const created = await changeFacts(ctx, who, change, async (tx) => {
    const { workspaceId } = who;
    const draftTemplates = templates && (await changedTemplates(tx, workspaceId, templates));
    const row = {
      workspaceId,
      key,
      name,
      draft: definition,
      ...(draftTemplates && { draftTemplates }),
    };
    const isNew = options.ifMatch === undefined && (await tryInsertWorkflow(tx, row));
    if (!isNew) {
      if (options.onlyNew) throw taken(key);
      await requireRevision(tx, who, key, options.ifMatch);
      await replaceDraft(tx, row);
    }
    if (scenarios) await replaceScenarios(tx, who, key, scenarios);
    return isNew;
  });
  return { created };
}

function taken(key: string): AppError {
  const message = `There is a workflow ${key} already.`;
  return new AppError("conflict", message, { errors: [{ path: "key", message }] });
}

async function requireRevision(tx: Tx, who: Who, key: string, ifMatch?: number): Promise<void> {
  const stored = await lockWorkflow(tx, who.workspaceId, key);
  if (ifMatch !== undefined && stored?.revision !== ifMatch) {
    throw new AppError("precondition_failed", "The workflow has changed since you read it.");
  }
}

async function replaceScenarios(
  tx: Tx,
  { workspaceId }: Who,
  workflow: string,
  scenarios: readonly ScenarioTest[],
): Promise<void> {
  const kept = new Set(scenarios.map(({ key }) => key));
  for (const { key } of await listScenarios(tx, workspaceId, workflow)) {
    if (!kept.has(key)) await deleteScenarioRow(tx, workspaceId, workflow, key);
  }
  for (const test of scenarios) await putScenario(tx, workspaceId, workflow, test);
}
