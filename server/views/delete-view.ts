import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { deleteSavedView } from "@/db/queries/saved-views";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";

/** Deletes a view of the operator's own. Refuses a view that is not theirs (`not_found`). */
export async function deleteView(
  ctx: Ctx,
  who: Who & { operatorId: string },
  id: string,
): Promise<void> {
  const { workspaceId, operatorId, actor } = who;
  await inTransaction(ctx.db, async (tx) => {
    if (!(await deleteSavedView(tx, workspaceId, operatorId, id))) {
      throw new AppError("not_found", "This view is gone, or not yours to delete.");
    }
    await audit(tx, workspaceId, { id: newId(), actor, action: "view.deleted", target: id });
  });
}
