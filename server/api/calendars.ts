import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { deleteCalendar } from "@/server/calendars/delete-calendar";
import { saveCalendar } from "@/server/calendars/save-calendar";
import { type ApiContext, answerCreated, api, found } from "./base";
import { calendarShape } from "./keyed";

async function read({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "calendars", key);
  return calendarShape(found(row, "calendar"));
}

export const calendars = {
  list: api.calendars.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(
      ctx.db,
      caller.workspaceId,
      "calendars",
      input.query,
    );
    return { data: rows.map(calendarShape), nextCursor };
  }),
  get: api.calendars.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.calendars.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await saveCalendar(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.calendars.delete.handler(({ input, context }) =>
    deleteCalendar(context.ctx, context.caller, input.params.key),
  ),
};
