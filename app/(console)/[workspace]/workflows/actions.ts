"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { paramsOf } from "@/core/filter/address";
import { Key, type WorkspaceId } from "@/core/ids";
import { listWorkflowsBy } from "@/db/queries/workflow-pages";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { ViewQuery } from "@/server/views/view-input";
import { TURNED_AT_ONCE_MAX, turnWorkflows } from "@/server/workflows/turn-workflows";
import { workflowClauses, workflowsAddress } from "./search-params";

/** The workflows that were chosen: these, or all that match the list's address. */
const Target = z.union([
  z.strictObject({ ids: z.array(Key).min(1).max(TURNED_AT_ONCE_MAX) }),
  z.strictObject({ query: ViewQuery }),
]);

async function keysOf(workspaceId: WorkspaceId, target: z.output<typeof Target>) {
  if ("ids" in target) return target.ids;
  const { filters } = workflowsAddress(paramsOf(target.query));
  const page = { limit: TURNED_AT_ONCE_MAX, by: "name", desc: false } as const;
  const { rows, nextCursor } = await listWorkflowsBy(
    ctx.db,
    workspaceId,
    workflowClauses(filters),
    page,
  );
  if (nextCursor !== null) {
    throw new AppError("invalid", `At most ${TURNED_AT_ONCE_MAX} workflows at once.`);
  }
  return rows.map(({ workflow }) => workflow.key);
}

/** Pauses the chosen workflows or turns them on; those that cannot be turned so are passed over. */
export const turnChosenAction = action(
  "edit_workflows",
  z.strictObject({ target: Target, to: z.enum(["paused", "live"]) }),
  async ({ target, to }, { workspaceId, workspace, operatorId, name }) => {
    const keys = await keysOf(workspaceId, target);
    const who = { workspaceId, actor: { kind: "operator" as const, id: operatorId, name } };
    const { done, refused } = await turnWorkflows(ctx, who, keys, to);
    revalidatePath(`/${workspace.slug}`, "layout");
    return { done: done.length, skipped: refused };
  },
);
