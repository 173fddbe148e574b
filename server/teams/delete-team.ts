import { deleteMembers } from "@/db/queries/keyed-writes";
import { childrenOfTeam, holdOrg } from "@/db/queries/org";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { workflowsUsing } from "@/server/workflows/used-by";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a workflow brings this team in or a team belongs to it. */
export const deleteTeam = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "teams", key, async (tx) => {
    await holdOrg(tx, who.workspaceId);
    await deleteMembers(tx, who.workspaceId, key);
    const children = await childrenOfTeam(tx, who.workspaceId, key);
    const workflows = await workflowsUsing(tx, who.workspaceId, "team", key);
    return [...children.map((child) => `team ${child}`), ...workflows];
  });
