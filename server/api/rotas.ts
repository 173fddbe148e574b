import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { deleteRota } from "@/server/rotas/delete-rota";
import { saveRota } from "@/server/rotas/save-rota";
import { type ApiContext, answerCreated, api, found } from "./base";
import { rotaShape } from "./keyed";

async function read({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "rotas", key);
  return rotaShape(found(row, "rota"));
}

export const rotas = {
  list: api.rotas.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(ctx.db, caller.workspaceId, "rotas", input.query);
    return { data: rows.map(rotaShape), nextCursor };
  }),
  get: api.rotas.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.rotas.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveRota(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.rotas.delete.handler(({ input, context }) =>
    deleteRota(context.ctx, context.caller, input.params.key),
  ),
};
