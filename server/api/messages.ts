import { findMessage, listMessageEvents, listMessages } from "@/db/queries/messages";
import { messageDetail, messageShape } from "@/server/messages/message-shape";
import { readNames } from "@/server/messages/read-names";
import { accountsTried } from "@/server/messages/tries";
import { api, found, readerOf } from "./base";

export const messages = {
  list: api.messages.list.handler(async ({ input, context }) => {
    const { db } = context.ctx;
    const { workspaceId } = context.caller;
    const { rows, nextCursor } = await listMessages(db, workspaceId, input.query, input.query);
    const ids = rows.map((row) => row.personId);
    const reader = { ...readerOf(context), names: await readNames(db, workspaceId, ids) };
    return { data: rows.map((row) => messageShape(row, reader)), nextCursor };
  }),
  get: api.messages.get.handler(async ({ input, context }) => {
    const { db } = context.ctx;
    const { workspaceId } = context.caller;
    const row = found(await findMessage(db, workspaceId, input.params.id), "message");
    const reader = {
      ...readerOf(context),
      names: await readNames(db, workspaceId, [row.personId]),
      accounts: await accountsTried(db, [row]),
    };
    return messageDetail(row, await listMessageEvents(db, workspaceId, row.id), reader);
  }),
};
