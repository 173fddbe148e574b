import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { deleteTopic } from "@/server/topics/delete-topic";
import { saveTopic } from "@/server/topics/save-topic";
import { type ApiContext, answerCreated, api, found } from "./base";
import { topicShape } from "./keyed";

async function read({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "topics", key);
  return topicShape(found(row, "topic"));
}

export const topics = {
  list: api.topics.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(ctx.db, caller.workspaceId, "topics", input.query);
    return { data: rows.map(topicShape), nextCursor };
  }),
  get: api.topics.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.topics.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveTopic(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.topics.delete.handler(({ input, context }) =>
    deleteTopic(context.ctx, context.caller, input.params.key),
  ),
};
