import {
  findDelivery,
  latestAttempts,
  listAttempts,
  listDeliveries,
} from "@/db/queries/webhook-deliveries";
import { findEndpoint, listEndpointPage } from "@/db/queries/webhook-endpoints";
import { addEndpoint } from "@/server/webhooks/add-endpoint";
import { deleteEndpoint } from "@/server/webhooks/delete-endpoint";
import { editEndpoint, turnEndpoint } from "@/server/webhooks/edit-endpoint";
import { deliveryDetail, deliveryShape, endpointShape } from "@/server/webhooks/endpoint-shape";
import { replayDelivery, replayFailedSince } from "@/server/webhooks/replay";
import { rotateSecret } from "@/server/webhooks/rotate-secret";
import { testEndpoint } from "@/server/webhooks/test-endpoint";
import { type ApiContext, api, found } from "./base";

async function read({ ctx, caller }: ApiContext, id: string) {
  return endpointShape(found(await findEndpoint(ctx.db, caller.workspaceId, id), "endpoint"));
}

async function readDelivery({ ctx, caller }: ApiContext, endpointId: string, id: string) {
  const { workspaceId } = caller;
  const row = found(await findDelivery(ctx.db, workspaceId, endpointId, id), "delivery");
  return deliveryDetail(row, await listAttempts(ctx.db, workspaceId, id));
}

export const webhooks = {
  list: api.webhooks.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listEndpointPage(ctx.db, caller.workspaceId, input.query);
    return { data: rows.map(endpointShape), nextCursor };
  }),
  add: api.webhooks.add.handler(async ({ input, context }) => {
    const { id, secret } = await addEndpoint(context.ctx, context.caller, input.body);
    return { ...(await read(context, id)), secret };
  }),
  get: api.webhooks.get.handler(({ input, context }) => read(context, input.params.id)),
  put: api.webhooks.put.handler(async ({ input, context }) => {
    const { id } = input.params;
    await editEndpoint(context.ctx, context.caller, id, input.body);
    return read(context, id);
  }),
  delete: api.webhooks.delete.handler(({ input, context }) =>
    deleteEndpoint(context.ctx, context.caller, input.params.id),
  ),
  enable: api.webhooks.enable.handler(async ({ input, context }) => {
    const { id } = input.params;
    await turnEndpoint(context.ctx, context.caller, id, true);
    return read(context, id);
  }),
  rotateSecret: api.webhooks.rotateSecret.handler(async ({ input, context }) => {
    const { id } = input.params;
    const secret = await rotateSecret(context.ctx, context.caller, id);
    return { ...(await read(context, id)), secret };
  }),
  test: api.webhooks.test.handler(async ({ input, context }) => {
    const { id } = input.params;
    return readDelivery(context, id, await testEndpoint(context.ctx, context.caller, id));
  }),
  deliveries: api.webhooks.deliveries.handler(async ({ input, context }) => {
    const { db } = context.ctx;
    const { workspaceId } = context.caller;
    const { params, query } = input;
    found(await findEndpoint(db, workspaceId, params.id), "endpoint");
    const { rows, nextCursor } = await listDeliveries(db, workspaceId, params.id, query, query);
    const last = await latestAttempts(
      db,
      workspaceId,
      rows.map((row) => row.id),
    );
    return { data: rows.map((row) => deliveryShape(row, last.get(row.id))), nextCursor };
  }),
  delivery: api.webhooks.delivery.handler(({ input, context }) =>
    readDelivery(context, input.params.id, input.params.deliveryId),
  ),
  replay: api.webhooks.replay.handler(async ({ input, context }) => {
    const { id: endpointId, deliveryId: id } = input.params;
    await replayDelivery(context.ctx, context.caller, { endpointId, id });
    return readDelivery(context, endpointId, id);
  }),
  replayFailed: api.webhooks.replayFailed.handler(async ({ input, context }) => {
    const { id } = input.params;
    const { ctx, caller } = context;
    return { replayed: await replayFailedSince(ctx, caller, id, input.body) };
  }),
};
