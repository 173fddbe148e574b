import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a workflow escalates by it. */
export const deletePolicy = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "policies", key, (tx) => workflowsUsing(tx, who.workspaceId, "policy", key));
