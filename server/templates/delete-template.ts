import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { listKeyed } from "@/db/queries/keyed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { refersTo, workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

const POLICIES_MAX = 1_000;

/** Throws `not_found`, and `conflict` while a workflow or an escalation policy sends this template. */
export const deleteTemplate = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "templates", key, async (tx) => [
    ...(await workflowsUsing(tx, who.workspaceId, "template", key)),
    ...(await policiesSending(tx, who.workspaceId, key)),
  ]);

async function policiesSending(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<string[]> {
  const { rows } = await listKeyed(tx, workspaceId, "policies", { limit: POLICIES_MAX });
  return rows
    .filter((policy) => refersTo(policy.ladder, "template", key))
    .map((policy) => `escalation policy ${policy.key}`);
}
