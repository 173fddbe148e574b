import { AppError } from "@/core/errors";
import { listScenarios, putScenario } from "@/db/queries/scenarios";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts } from "@/server/workspaces/change-facts";
import { insertNew } from "./insert-new";
import { newestOf } from "./workflow-shape";

/**
 * Makes a workflow that begins as another is written now: its draft, or what is live, with the
 * scenarios. It sends the same contents until its own draft changes them. Throws `not_found`, and
 * `conflict` for a key that is taken.
 */
export async function duplicateWorkflow(
  ctx: Ctx,
  who: Who,
  from: string,
  { key, name }: { key: string; name: string },
): Promise<void> {
  const { workspaceId } = who;
  const change = { action: "workflow.created" as const, target: key, detail: { copyOf: from } };
  await changeFacts(ctx, who, change, async (tx) => {
    const found = await findWorkflow(tx, workspaceId, from);
    const draft = found && newestOf(found);
    if (!draft) throw new AppError("not_found", `There is no workflow ${from}.`);
    const { draftTemplates } = found.workflow;
    await insertNew(tx, { workspaceId, key, name, draft, draftTemplates });
    for (const test of await listScenarios(tx, workspaceId, from)) {
      await putScenario(tx, workspaceId, key, test);
    }
  });
}
