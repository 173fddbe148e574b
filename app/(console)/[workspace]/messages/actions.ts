"use server";
import { MessageId } from "@/core/ids";
import { findMessages } from "@/db/queries/messages";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { again } from "../_lists/again";
import { pageView } from "../page-view";
import { messageRows } from "./message-rows";

/** Rows that are still on somebody's screen although they match no longer. */
export const rowsAgain = action(
  "read",
  again(MessageId),
  async ({ ids, columns }, { workspace, workspaceId }) => {
    const [view, found, workflows] = await Promise.all([
      pageView(workspace.slug),
      findMessages(ctx.db, workspaceId, ids),
      listWorkflowNames(ctx.db, workspaceId),
    ]);
    return messageRows(view, found, { workflows }, columns);
  },
);
