import { findEvent, listEvents } from "@/db/queries/events";
import { eventShape } from "@/server/events/event-shape";
import { receiveBatch } from "@/server/events/receive-batch";
import { receiveEvent } from "@/server/events/receive-event";
import { api, found } from "./base";

export const events = {
  receive: api.events.receive.handler(({ input, context }) =>
    receiveEvent(context.ctx, context.caller.workspaceId, input.body),
  ),
  batch: api.events.batch.handler(async ({ input, context }) => ({
    results: await receiveBatch(context.ctx, context.caller.workspaceId, input.body.events),
  })),
  list: api.events.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listEvents(
      ctx.db,
      caller.workspaceId,
      input.query,
      input.query,
    );
    return { data: rows.map(eventShape), nextCursor };
  }),
  get: api.events.get.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    return eventShape(found(await findEvent(ctx.db, caller.workspaceId, input.params.id), "event"));
  }),
};
