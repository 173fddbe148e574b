import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { deleteTemplate } from "@/server/templates/delete-template";
import { saveTemplate } from "@/server/templates/save-template";
import { type ApiContext, answerCreated, api, found } from "./base";
import { templateShape } from "./keyed";

async function read({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "templates", key);
  return templateShape(found(row, "template"));
}

export const templates = {
  list: api.templates.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(
      ctx.db,
      caller.workspaceId,
      "templates",
      input.query,
    );
    return { data: rows.map(templateShape), nextCursor };
  }),
  get: api.templates.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.templates.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveTemplate(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.templates.delete.handler(({ input, context }) =>
    deleteTemplate(context.ctx, context.caller, input.params.key),
  ),
};
