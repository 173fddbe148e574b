import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { listAudit } from "@/db/queries/audit";
import { listDeliveries } from "@/db/queries/webhook-deliveries";
import { insertDeliveries } from "@/db/queries/webhook-queue";
import { newId } from "@/server/new-id";
import { type House, testHouse } from "@/server/testing/house";
import { receiver } from "@/server/testing/receiver";
import { addEndpoint } from "./add-endpoint";
import { applyLogRetention } from "./apply-log-retention";
import { endpointCaller } from "./call-endpoint";
import { deleteEndpoint } from "./delete-endpoint";
import { editEndpoint, turnEndpoint } from "./edit-endpoint";
import { replayDelivery, replayFailedSince } from "./replay";
import { WebhookSender } from "./sender";
import { BODY, failing, type WebhookWorld, webhookWorld } from "./testing";

let house: House;
let world: WebhookWorld;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  world = await webhookWorld(house.ctx);
  return () => world.peer.close();
});

test("what fails waits, comes again with the same id and a new timestamp, and is logged each time", async () => {
  world.peer.answer(failing);
  const [id = ""] = await world.queue();
  await world.send();
  expect(await world.delivery(id)).toMatchObject({ status: "waiting", tries: 1, attempts: 1 });
  expect((await world.endpoint())?.failingSince).toBeInstanceOf(Date);
  await world.send();
  expect(world.peer.heard).toHaveLength(1);
  world.peer.answer((response) => response.writeHead(200).end("thank you"));
  await world.dueNow();
  await world.send();
  expect(await world.delivery(id)).toMatchObject({
    status: "delivered",
    attempts: 2,
    nextAttemptAt: null,
  });
  expect((await world.endpoint())?.failingSince).toBeNull();
  expect(new Set(world.peer.heard.map((heard) => heard.headers["webhook-id"]))).toEqual(
    new Set([id]),
  );
  expect(await world.attempts(id)).toMatchObject([
    { status: 200, said: "thank you" },
    { status: 503, said: "Try later" },
  ]);
});

test("Retry-After is honoured beyond the schedule", async () => {
  world.peer.answer((response) => response.writeHead(429, { "retry-after": "3600" }).end());
  const [id = ""] = await world.queue();
  await world.send();
  const next = (await world.delivery(id))?.nextAttemptAt?.getTime() ?? 0;
  expect(next - Date.now()).toBeGreaterThan(3_500_000);
});

test("after the tenth attempt a delivery has failed, and a replay begins anew with the same id", async () => {
  world.peer.answer(failing);
  const [id = ""] = await world.queue();
  for (let n = 0; n < 10; n++) {
    await world.dueNow();
    await world.send();
  }
  expect(world.peer.heard).toHaveLength(10);
  expect(await world.delivery(id)).toMatchObject({ status: "failed", nextAttemptAt: null });
  world.peer.answer((response) => response.writeHead(204).end());
  await replayDelivery(house.ctx, world.who, { endpointId: world.endpointId, id });
  await world.send();
  expect(world.peer.heard).toHaveLength(11);
  expect(world.peer.heard[10]).toMatchObject({ headers: { "webhook-id": id }, body: BODY });
  expect(await world.delivery(id)).toMatchObject({ status: "delivered", tries: 1, attempts: 11 });
  await replayDelivery(house.ctx, world.who, { endpointId: world.endpointId, id });
  await world.send();
  expect(world.peer.heard).toHaveLength(12);
});

test("replaying since a moment takes what failed after it, and nothing else", async () => {
  const [early = "", late = "", fine = ""] = await world.queue(3);
  const { db } = house.ctx;
  await db.execute(sql`
    update webhook_deliveries set status = 'failed', next_attempt_at = null
    where workspace_id = ${world.who.workspaceId} and id in (${early}, ${late})`);
  await world.send();
  expect(await world.delivery(fine)).toMatchObject({ status: "delivered" });
  const since = new Date(Date.now() + 60_000).toISOString();
  expect(await replayFailedSince(house.ctx, world.who, world.endpointId, { since })).toBe(0);
  const before = new Date(Date.now() - 60_000).toISOString();
  expect(await replayFailedSince(house.ctx, world.who, world.endpointId, { since: before })).toBe(
    2,
  );
  await world.send();
  const heard = world.peer.heard.map(({ headers }) => headers["webhook-id"]).sort();
  expect(heard).toEqual([early, late, fine].sort());
});

test("410 turns the endpoint off at once, with an entry in the audit log; turned on again it goes on", async () => {
  const [first = "", second = ""] = await world.queue(2);
  const other = await world.queue();
  await house.ctx.db.execute(sql`
    update webhook_deliveries set next_attempt_at = now() + interval '1 hour'
    where workspace_id = ${world.who.workspaceId} and id in (${second}, ${other[0]})`);
  world.peer.answer((response) => response.writeHead(410).end());
  await world.send();
  expect(await world.delivery(first)).toMatchObject({ status: "failed" });
  expect(await world.endpoint()).toMatchObject({ enabled: false, disabledBecause: "gone" });
  const { rows } = await listAudit(house.ctx.db, world.who.workspaceId, {}, { limit: 1 });
  expect(rows).toMatchObject([{ action: "webhook_endpoint.turned_off", target: world.endpointId }]);
  await world.dueNow();
  await world.send();
  expect(world.peer.heard).toHaveLength(1);
  await expect(
    replayDelivery(house.ctx, world.who, { endpointId: world.endpointId, id: first }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  world.peer.answer((response) => response.writeHead(204).end());
  await turnEndpoint(house.ctx, world.who, world.endpointId, true);
  await world.send();
  expect(world.peer.heard).toHaveLength(3);
  expect(await world.endpoint()).toMatchObject({ disabledBecause: null, failingSince: null });
});

test("an endpoint that took nothing for three days is turned off; one good answer begins them anew", async () => {
  const age = (days: number) =>
    house.ctx.db.execute(sql`
      update webhook_endpoints set failing_since = now() - make_interval(days => ${days})
      where workspace_id = ${world.who.workspaceId} and failing_since is not null`);
  world.peer.answer(failing);
  await world.queue();
  await world.send();
  await age(2);
  await world.dueNow();
  await world.send();
  expect(await world.endpoint()).toMatchObject({ enabled: true });
  world.peer.answer((response) => response.writeHead(204).end());
  await world.dueNow();
  await world.send();
  world.peer.answer(failing);
  const [id = ""] = await world.queue();
  await world.send();
  expect(await world.endpoint()).toMatchObject({ enabled: true });
  await age(3);
  await world.dueNow();
  await world.send();
  expect(await world.endpoint()).toMatchObject({ enabled: false, disabledBecause: "failing" });
  expect(await world.delivery(id)).toMatchObject({ status: "waiting" });
});

test("what waits for an endpoint that is deleted is never sent, and its log is gone", async () => {
  const [id = ""] = await world.queue();
  await deleteEndpoint(house.ctx, world.who, world.endpointId);
  await world.send();
  expect(world.peer.heard).toHaveLength(0);
  expect(await world.delivery(id)).toBeUndefined();
});

test("an endpoint that is deleted while a request is under way ends it without a trace or a fault", async () => {
  await world.queue();
  const hung = new Promise<() => void>((resolve) => {
    world.peer.answer((response) => resolve(() => response.writeHead(500).end()));
  });
  const sender = new WebhookSender(house.ctx);
  await sender.round();
  const end = await hung;
  await deleteEndpoint(house.ctx, world.who, world.endpointId);
  end();
  await sender.idle();
  expect(await world.endpoint()).toBeUndefined();
});

test("a worker that dies with a request under way is followed by another attempt when its time is over", async () => {
  const [id = ""] = await world.queue();
  await house.ctx.db.execute(sql`
    update webhook_deliveries set status = 'sending', tries = 1, attempts = 1,
      next_attempt_at = now() + interval '1 minute' where workspace_id = ${world.who.workspaceId}`);
  await world.send();
  expect(world.peer.heard).toHaveLength(0);
  await house.ctx.db.execute(sql`
    update webhook_deliveries set next_attempt_at = now() where workspace_id = ${world.who.workspaceId}`);
  await world.send();
  expect(await world.delivery(id)).toMatchObject({ status: "delivered", attempts: 2 });
});

test("several workers send each delivery once", async () => {
  const ids = await world.queue(60);
  const senders = Array.from({ length: 4 }, () => new WebhookSender(house.ctx));
  await Promise.all(senders.map((sender) => world.send(sender)));
  expect(world.peer.heard.map(({ headers }) => String(headers["webhook-id"])).sort()).toEqual(
    ids.sort(),
  );
});

test("a slow endpoint does not hold up another's events", async () => {
  const other = await receiver();
  const added = await addEndpoint(house.ctx, world.who, {
    url: other.url,
    description: "",
    eventTypes: [],
    enabled: true,
  });
  await world.queue(200);
  world.peer.answer(() => {});
  const { workspaceId } = world.who;
  const row = {
    workspaceId,
    id: newId(),
    endpointId: added.id,
    type: "x",
    personId: null,
    body: BODY,
  };
  await inTransaction(house.ctx.db, (tx) => insertDeliveries(tx, [row]));
  const call = endpointCaller(house.ctx.config, { timeoutMs: 1_500 });
  const sender = new WebhookSender(house.ctx, call);
  await sender.round();
  await expect.poll(() => other.heard.length).toBe(1);
  expect(world.peer.heard.length).toBeLessThanOrEqual(10);
  await sender.idle();
  await other.close();
});

test("a changed address is where the next attempt goes", async () => {
  const other = await receiver();
  world.peer.answer(failing);
  await world.queue();
  await world.send();
  await editEndpoint(house.ctx, world.who, world.endpointId, {
    url: other.url,
    description: "moved",
    eventTypes: [],
    enabled: true,
  });
  await world.dueNow();
  await world.send();
  expect(other.heard).toHaveLength(1);
  const page = await listDeliveries(
    house.ctx.db,
    world.who.workspaceId,
    world.endpointId,
    {},
    { limit: 5 },
  );
  expect(page.rows).toMatchObject([{ status: "delivered" }]);
  await other.close();
});

test("a delivery is kept for thirty days with its attempts, and no longer", async () => {
  const [old = "", young = ""] = await world.queue(2);
  await world.send();
  await house.ctx.db.execute(sql`
    update webhook_deliveries set created_at = now() - case id when ${old}::uuid
      then interval '31 days' else interval '29 days' end
    where workspace_id = ${world.who.workspaceId}`);
  await applyLogRetention(house.ctx);
  expect(await world.delivery(old)).toBeUndefined();
  expect(await world.attempts(old)).toEqual([]);
  expect(await world.delivery(young)).toMatchObject({ status: "delivered" });
  expect(await world.attempts(young)).toHaveLength(1);
});
