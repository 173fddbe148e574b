import { deleteMembers } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a workflow brings this team in. */
export const deleteTeam = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "teams", key, async (tx) => {
    await deleteMembers(tx, who.workspaceId, key);
    return workflowsUsing(tx, who.workspaceId, "team", key);
  });
