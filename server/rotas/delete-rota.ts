import { deleteOverrides } from "@/db/queries/rotas";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Deletes a rota with its overrides. Throws `not_found`, and `conflict` while a workflow brings it in. */
export const deleteRota = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "rotas", key, async (tx) => {
    await deleteOverrides(tx, who.workspaceId, key);
    return workflowsUsing(tx, who.workspaceId, "rota", key);
  });
