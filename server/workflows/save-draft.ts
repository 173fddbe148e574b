import type { ScenarioTest } from "@/core/case/scenario-test";
import type { WorkflowInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { templatesUsed } from "@/core/workflow/templates-used";
import type { Tx } from "@/db/client";
import { deleteScenarioRow, listScenarios, putScenario } from "@/db/queries/scenarios";
import { replaceDraft, tryInsertWorkflow } from "@/db/queries/workflow-writes";
import { lockWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";
import { isReserved } from "./insert-new";
import { refuseOtherWriter } from "./refuse-other-writer";
import { changedTemplates } from "./workflow-contents";

type Options = {
  /** The revision the writer has read; refused with `precondition_failed` when another one is stored. */
  ifMatch?: number | undefined;
  /** Refuse (`conflict`) a key that is taken. */
  onlyNew?: boolean | undefined;
  /** Refuse (`conflict`) while somebody else writes the draft in an editor. */
  yields?: boolean | undefined;
};

/**
 * Makes a workflow with a draft, or replaces the draft of one; what is live stays as it is. A draft
 * may still have problems that publishing would refuse. Contents that differ from what is published
 * wait in the draft; scenarios take the place of those there are at once. Contents of the draft that
 * the definition's steps do not send, and readers of it therefore never saw, stay in it.
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
  const change = { action: "workflow.draft_saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, async (tx) => {
    const { workspaceId } = who;
    const draftTemplates = templates && (await changedTemplates(tx, workspaceId, templates));
    const row = { workspaceId, key, name, draft: definition };
    const isNew =
      options.ifMatch === undefined &&
      (await insertAllowed(tx, workspaceId, key)) &&
      (await tryInsertWorkflow(tx, { ...row, ...(draftTemplates && { draftTemplates }) }));
    if (!isNew) {
      if (options.onlyNew) throw taken(key);
      const stored = await requireRevision(tx, who, key, options.ifMatch);
      if (options.yields) await refuseOtherWriter(tx, workspaceId, key, who.actor);
      const unseen = unsent(definition, stored?.draftTemplates ?? {});
      const contents = draftTemplates && { ...unseen, ...draftTemplates };
      await replaceDraft(tx, { ...row, ...(contents && { draftTemplates: contents }) });
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

/** Throws `invalid` for the key that is an address of the console, unless a workflow has it already. */
async function insertAllowed(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<boolean> {
  if (!isReserved(key)) return true;
  if (await lockWorkflow(tx, workspaceId, key)) return false;
  const message = `The key ${key} cannot be used: it is an address of the console.`;
  throw new AppError("invalid", message, { errors: [{ path: "key", message }] });
}

function unsent(definition: Definition, contents: DraftTemplates): DraftTemplates {
  const used = new Set(templatesUsed(definition));
  return Object.fromEntries(Object.entries(contents).filter(([key]) => !used.has(key)));
}

async function requireRevision(tx: Tx, who: Who, key: string, ifMatch?: number) {
  const stored = await lockWorkflow(tx, who.workspaceId, key);
  if (ifMatch !== undefined && stored?.revision !== ifMatch) {
    throw new AppError("precondition_failed", "The workflow has changed since you read it.");
  }
  return stored;
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
