import type { TemplateInput } from "@/core/contracts/templates";
import { AppError } from "@/core/errors";
import { writeTemplate } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";
import { templateErrors } from "./template-errors";

/**
 * Makes or replaces a template. Throws `invalid`, with line and column, for Liquid that cannot be read, and
 * for a snippet or a layout that is not there.
 */
export async function saveTemplate(
  ctx: Ctx,
  who: Who,
  key: string,
  input: TemplateInput,
): Promise<{ created: boolean }> {
  const { key: given, ...template } = input;
  sameKeyAs(key, given);
  const errors = await templateErrors(ctx.db, who.workspaceId, template);
  if (errors.length > 0) throw new AppError("invalid", "The template cannot be read.", { errors });
  const change = { action: "template.saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, (tx) =>
    writeTemplate(tx, { workspaceId: who.workspaceId, key, template }),
  );
  return { created };
}
