import type { LayoutInput } from "@/core/contracts/snippets";
import { AppError } from "@/core/errors";
import { LAYOUTS_MAX } from "@/core/template/email-layout";
import { writeLayout } from "@/db/queries/keyed-writes";
import { allLayouts } from "@/db/queries/snippets";
import { holdWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/** Makes or replaces a layout of emails. Throws `conflict` past `LAYOUTS_MAX`. */
export async function saveLayout(
  ctx: Ctx,
  who: Who,
  key: string,
  input: LayoutInput,
): Promise<{ created: boolean }> {
  const { key: given, ...layout } = input;
  sameKeyAs(key, given);
  const { workspaceId } = who;
  const change = { action: "layout.saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, async (tx) => {
    await holdWorkspace(tx, workspaceId);
    const before = await allLayouts(tx, workspaceId);
    if (!before.has(key) && before.size >= LAYOUTS_MAX) {
      throw new AppError("conflict", `A workspace has at most ${LAYOUTS_MAX} layouts.`);
    }
    return writeLayout(tx, { workspaceId, key, layout });
  });
  return { created };
}
