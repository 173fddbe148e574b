import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { deleteLayout } from "@/server/layouts/delete-layout";
import { saveLayout } from "@/server/layouts/save-layout";
import { deleteSnippet } from "@/server/snippets/delete-snippet";
import { saveSnippet } from "@/server/snippets/save-snippet";
import { type ApiContext, answerCreated, api, found } from "./base";
import { layoutShape, snippetShape } from "./keyed";

async function readSnippet({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "snippets", key);
  return snippetShape(found(row, "snippet"));
}

export const snippets = {
  list: api.snippets.list.handler(async ({ input, context: { ctx, caller } }) => {
    const page = await listKeyed(ctx.db, caller.workspaceId, "snippets", input.query);
    return { data: page.rows.map(snippetShape), nextCursor: page.nextCursor };
  }),
  get: api.snippets.get.handler(({ input, context }) => readSnippet(context, input.params.key)),
  put: api.snippets.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveSnippet(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return readSnippet(context, key);
  }),
  delete: api.snippets.delete.handler(({ input, context }) =>
    deleteSnippet(context.ctx, context.caller, input.params.key),
  ),
};

async function readLayout({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "layouts", key);
  return layoutShape(found(row, "layout"));
}

export const layouts = {
  list: api.layouts.list.handler(async ({ input, context: { ctx, caller } }) => {
    const page = await listKeyed(ctx.db, caller.workspaceId, "layouts", input.query);
    return { data: page.rows.map(layoutShape), nextCursor: page.nextCursor };
  }),
  get: api.layouts.get.handler(({ input, context }) => readLayout(context, input.params.key)),
  put: api.layouts.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveLayout(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return readLayout(context, key);
  }),
  delete: api.layouts.delete.handler(({ input, context }) =>
    deleteLayout(context.ctx, context.caller, input.params.key),
  ),
};
