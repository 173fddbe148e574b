import { templatesNaming } from "@/db/queries/templates-naming";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { deleteFact } from "@/server/workspaces/change-facts";

/** Throws `not_found`, and `conflict` while a template names it. */
export const deleteLayout = (ctx: Ctx, who: Who, key: string): Promise<void> =>
  deleteFact(ctx, who, "layouts", key, (tx) =>
    templatesNaming(tx, who.workspaceId, { layout: key }),
  );
