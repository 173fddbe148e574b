"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { paramsOf } from "@/core/filter/address";
import { Key, type WorkspaceId } from "@/core/ids";
import { findWorkflows, listWorkflowsBy } from "@/db/queries/workflow-pages";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { TURNED_AT_ONCE_MAX, turnWorkflows } from "@/server/workflows/turn-workflows";
import { again } from "../_lists/again";
import { targetOf } from "../_lists/target";
import { pageView } from "../page-view";
import { topicNames, withCounts } from "./load-workflows";
import { workflowClauses, workflowsAddress } from "./search-params";
import { workflowRows } from "./workflow-rows";

const Target = targetOf(Key, TURNED_AT_ONCE_MAX);

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

/** Rows that are still on somebody's screen although they match no longer. */
export const rowsAgain = action("read", again(Key), async ({ ids, columns }, member) => {
  const { workspaceId, workspace } = member;
  const [view, found, topics] = await Promise.all([
    pageView(workspace.slug),
    findWorkflows(ctx.db, workspaceId, ids),
    topicNames(workspaceId),
  ]);
  return workflowRows(view, await withCounts(workspaceId, found, view.now), topics, columns);
});

/** Pauses what is live of the chosen workflows, or resumes what is paused; all others are passed over. */
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
