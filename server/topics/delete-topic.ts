import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a workflow has this topic. */
export const deleteTopic = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "topics", key, (tx) => workflowsUsing(tx, who.workspaceId, "topic", key));
