"use server";

import { z } from "zod";
import { MESSAGE_LIST } from "@/core/filter/message-fields";
import { MessageId } from "@/core/ids";
import { findMessages } from "@/db/queries/messages";
import { listWorkflowNames } from "@/db/queries/workflow-labels";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { pageView } from "../page-view";
import { messageRows } from "./message-rows";

const ROWS_MAX = 100;

/** Rows that are still on somebody's screen although they match no longer. */
export const rowsAgain = action(
  "read",
  z.strictObject({
    ids: z.array(MessageId).max(ROWS_MAX),
    columns: z.array(z.enum(MESSAGE_LIST.columns)),
  }),
  async ({ ids, columns }, { workspace, workspaceId }) => {
    const [view, found, workflows] = await Promise.all([
      pageView(workspace.slug),
      findMessages(ctx.db, workspaceId, ids),
      listWorkflowNames(ctx.db, workspaceId),
    ]);
    return messageRows(view, found, { workflows }, columns);
  },
);
