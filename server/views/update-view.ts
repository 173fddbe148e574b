import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { isViewNameTaken, updateSavedView } from "@/db/queries/saved-views";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";

/**
 * Gives a view of the operator's own another name or query, or shares it. Refuses a view that is not
 * theirs (`not_found`) and a name they have on this list already (`conflict`).
 */
export async function updateView(
  ctx: Ctx,
  who: Who & { operatorId: string },
  id: string,
  change: { name?: string | undefined; query?: string | undefined; shared?: boolean | undefined },
): Promise<void> {
  const { workspaceId, operatorId, actor } = who;
  await inTransaction(ctx.db, async (tx) => {
    const { name, query, shared } = change;
    if (name !== undefined && (await isViewNameTaken(tx, workspaceId, operatorId, id, name))) {
      const message = "You have a view of this name on this list.";
      throw new AppError("conflict", message, { errors: [{ path: "name", message }] });
    }
    const set = {
      ...(name === undefined ? {} : { name }),
      ...(query === undefined ? {} : { query }),
      ...(shared === undefined ? {} : { shared }),
    };
    if (!(await updateSavedView(tx, workspaceId, operatorId, id, set))) {
      throw new AppError("not_found", "This view is gone, or not yours to change.");
    }
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "view.updated",
      target: id,
      detail: { changed: Object.keys(set) },
    });
  });
}
