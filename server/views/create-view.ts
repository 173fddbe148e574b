import type { z } from "zod";
import { AppError } from "@/core/errors";
import type { ListName } from "@/core/operator/list-name";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { countSavedViews, insertSavedView } from "@/db/queries/saved-views";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { VIEWS_PER_OPERATOR_MAX, type ViewName, type ViewQuery } from "./view-input";

type Input = {
  list: ListName;
  name: z.output<typeof ViewName>;
  query: z.output<typeof ViewQuery>;
  shared: boolean;
};

/**
 * Keeps a list as the operator sees it, and gives the view's id. Refuses a name they have on this
 * list already (`conflict`) and more than `VIEWS_PER_OPERATOR_MAX` views (`conflict`).
 */
export async function createView(
  ctx: Ctx,
  who: Who & { operatorId: string },
  input: Input,
): Promise<{ id: string }> {
  const { workspaceId, operatorId, actor } = who;
  const id = newId();
  await inTransaction(ctx.db, async (tx) => {
    if ((await countSavedViews(tx, workspaceId, operatorId)) >= VIEWS_PER_OPERATOR_MAX) {
      throw new AppError("conflict", `You have ${VIEWS_PER_OPERATOR_MAX} views. Delete one first.`);
    }
    if (!(await insertSavedView(tx, { workspaceId, id, operatorId, ...input }))) {
      const message = "You have a view of this name on this list.";
      throw new AppError("conflict", message, { errors: [{ path: "name", message }] });
    }
    const { list, name, shared } = input;
    const detail = { list, name, shared };
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "view.created",
      target: id,
      detail,
    });
  });
  return { id };
}
