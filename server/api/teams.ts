import { findKeyed, type KeyedRow, listKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { deleteTeam } from "@/server/teams/delete-team";
import { saveTeam } from "@/server/teams/save-team";
import { type ApiContext, answerCreated, api, found } from "./base";
import { teamShape } from "./keyed";

async function shapes({ ctx, caller }: ApiContext, rows: KeyedRow<"teams">[]) {
  const keys = rows.map((row) => row.key);
  const members = await listMembers(ctx.db, caller.workspaceId, keys);
  return rows.map((row) => teamShape(row, members));
}

async function read(context: ApiContext, key: string) {
  const { ctx, caller } = context;
  const row = found(await findKeyed(ctx.db, caller.workspaceId, "teams", key), "team");
  const [shape] = await shapes(context, [row]);
  return found(shape, "team");
}

export const teams = {
  list: api.teams.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(ctx.db, caller.workspaceId, "teams", input.query);
    return { data: await shapes(context, rows), nextCursor };
  }),
  get: api.teams.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.teams.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveTeam(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.teams.delete.handler(({ input, context }) =>
    deleteTeam(context.ctx, context.caller, input.params.key),
  ),
};
