import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a workflow brings this rota in. */
export const deleteRota = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "rotas", key, (tx) => workflowsUsing(tx, who.workspaceId, "rota", key));
