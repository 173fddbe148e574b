import { sql } from "drizzle-orm";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { listAudit } from "@/db/queries/audit";
import { findDelivery, listAttempts, listDeliveries } from "@/db/queries/webhook-deliveries";
import { findEndpoint } from "@/db/queries/webhook-endpoints";
import { insertDeliveries } from "@/db/queries/webhook-queue";
import type { Who } from "@/server/cases/verbs";
import { newId } from "@/server/new-id";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { addEndpoint } from "./add-endpoint";
import { applyLogRetention } from "./apply-log-retention";
import { endpointCaller } from "./call-endpoint";
import { deleteEndpoint } from "./delete-endpoint";
import { editEndpoint, turnEndpoint } from "./edit-endpoint";
import { replayDelivery, replayFailedSince } from "./replay";
import { rotateSecret } from "./rotate-secret";
import { WebhookSender } from "./sender";
import { testEndpoint } from "./test-endpoint";
import { type Heard, headersOf, type Receiver, receiver } from "./testing";

let house: House;
let peer: Receiver;
let who: Who;
let endpointId: string;
let secret: string;

beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  peer = await receiver();
  who = await newWorkspace(house.ctx, "live");
  const added = await addEndpoint(house.ctx, who, {
    url: peer.url,
    description: "",
    eventTypes: [],
    enabled: true,
  });
  endpointId = added.id;
  secret = added.secret;
  return () => peer.close();
});

const BODY = JSON.stringify({
  type: "case.opened",
  timestamp: "2030-01-01T00:00:00.000Z",
  data: {},
});

async function queue(count = 1): Promise<string[]> {
  const { workspaceId } = who;
  const rows = Array.from({ length: count }, () => ({
    workspaceId,
    id: newId(),
    endpointId,
    type: "case.opened",
    personId: null,
    body: BODY,
  }));
  await inTransaction(house.ctx.db, (tx) => insertDeliveries(tx, rows));
  return rows.map((row) => row.id);
}

/** Sends what is due of this test's workspace, until nothing is. */
async function send(sender = new WebhookSender(house.ctx)): Promise<void> {
  while ((await sender.round()) > 0) await sender.idle();
}

const delivery = (id: string) => findDelivery(house.ctx.db, who.workspaceId, endpointId, id);
const endpoint = () => findEndpoint(house.ctx.db, who.workspaceId, endpointId);
const attempts = (id: string) => listAttempts(house.ctx.db, who.workspaceId, id);
const dueNow = () =>
  house.ctx.db.execute(sql`
    update webhook_deliveries set next_attempt_at = clock_timestamp()
    where workspace_id = ${who.workspaceId} and status = 'waiting'`);
const failing = (response: Parameters<Parameters<Receiver["answer"]>[0]>[0]) => {
  response.writeHead(503, { "content-type": "text/plain" }).end("Try later");
};
const verify = (heard: Heard, by: string) => new Webhook(by).verify(heard.body, headersOf(heard));

test("the library of Standard Webhooks verifies what arrives, and refuses what it should", async () => {
  const [id] = await queue();
  await send();
  const [heard] = peer.heard;
  if (!heard) throw new Error("nothing arrived");
  expect(verify(heard, secret)).toEqual(JSON.parse(BODY));
  expect(heard.headers).toMatchObject({ "webhook-id": id, "content-type": "application/json" });
  const refused = (change: Partial<Heard>) =>
    expect(() => verify({ ...heard, ...change }, secret)).toThrow(WebhookVerificationError);
  refused({ body: heard.body.replace("opened", "closed") });
  const old = String(Math.floor(Date.now() / 1_000) - 301);
  refused({ headers: { ...heard.headers, "webhook-timestamp": old } });
  refused({ headers: { ...heard.headers, "webhook-id": newId() } });
  const other = `whsec_${Buffer.from("somebody else's secret, 32 bytes!").toString("base64")}`;
  expect(() => verify(heard, other)).toThrow(WebhookVerificationError);
});

test("for a day after a rotation both secrets verify, and then only the new one", async () => {
  const renewed = await rotateSecret(house.ctx, who, endpointId);
  expect(renewed).not.toBe(secret);
  await queue();
  await send();
  const [heard] = peer.heard;
  if (!heard) throw new Error("nothing arrived");
  expect(String(heard.headers["webhook-signature"]).split(" ")).toHaveLength(2);
  expect(verify(heard, renewed)).toEqual(JSON.parse(BODY));
  expect(verify(heard, secret)).toEqual(JSON.parse(BODY));
  await house.ctx.db.execute(sql`
    update webhook_endpoints set previous_secret_until = now() - interval '1 second'
    where workspace_id = ${who.workspaceId}`);
  await queue();
  await send();
  const later = peer.heard[1];
  if (!later) throw new Error("nothing arrived");
  expect(verify(later, renewed)).toEqual(JSON.parse(BODY));
  expect(() => verify(later, secret)).toThrow(WebhookVerificationError);
});

test("a secret is in clear nowhere: not in the tables, not in the audit log", async () => {
  const renewed = await rotateSecret(house.ctx, who, endpointId);
  const { db } = house.ctx;
  const rows = [
    ...(await db.execute(sql`select e::text as t from webhook_endpoints e`)),
    ...(await db.execute(sql`select a::text as t from audit_log a`)),
  ];
  const text = JSON.stringify(rows);
  expect(text).toContain(endpointId);
  for (const one of [secret, renewed]) expect(text).not.toContain(one.replace("whsec_", ""));
});

test("what fails waits, comes again with the same id and a new timestamp, and is logged each time", async () => {
  peer.answer(failing);
  const [id = ""] = await queue();
  await send();
  expect(await delivery(id)).toMatchObject({ status: "waiting", tries: 1, attempts: 1 });
  expect((await endpoint())?.failingSince).toBeInstanceOf(Date);
  await send();
  expect(peer.heard).toHaveLength(1);
  peer.answer((response) => response.writeHead(200).end("thank you"));
  await dueNow();
  await send();
  expect(await delivery(id)).toMatchObject({
    status: "delivered",
    attempts: 2,
    nextAttemptAt: null,
  });
  expect((await endpoint())?.failingSince).toBeNull();
  expect(new Set(peer.heard.map((heard) => heard.headers["webhook-id"]))).toEqual(new Set([id]));
  expect(await attempts(id)).toMatchObject([
    { status: 200, said: "thank you" },
    { status: 503, said: "Try later" },
  ]);
});

test("Retry-After is honoured beyond the schedule", async () => {
  peer.answer((response) => response.writeHead(429, { "retry-after": "3600" }).end());
  const [id = ""] = await queue();
  await send();
  const next = (await delivery(id))?.nextAttemptAt?.getTime() ?? 0;
  expect(next - Date.now()).toBeGreaterThan(3_500_000);
});

test("after the tenth attempt a delivery has failed, and a replay begins anew with the same id", async () => {
  peer.answer(failing);
  const [id = ""] = await queue();
  for (let n = 0; n < 10; n++) {
    await dueNow();
    await send();
  }
  expect(peer.heard).toHaveLength(10);
  expect(await delivery(id)).toMatchObject({ status: "failed", nextAttemptAt: null });
  peer.answer((response) => response.writeHead(204).end());
  await replayDelivery(house.ctx, who, { endpointId, id });
  await send();
  expect(peer.heard).toHaveLength(11);
  expect(peer.heard[10]).toMatchObject({ headers: { "webhook-id": id }, body: BODY });
  expect(await delivery(id)).toMatchObject({ status: "delivered", tries: 1, attempts: 11 });
  await replayDelivery(house.ctx, who, { endpointId, id });
  await send();
  expect(peer.heard).toHaveLength(12);
});

test("replaying since a moment takes what failed after it, and nothing else", async () => {
  const [early = "", late = "", fine = ""] = await queue(3);
  const { db } = house.ctx;
  await db.execute(sql`
    update webhook_deliveries set status = 'failed', next_attempt_at = null
    where workspace_id = ${who.workspaceId} and id in (${early}, ${late})`);
  await send();
  expect(await delivery(fine)).toMatchObject({ status: "delivered" });
  const since = new Date(Date.now() + 60_000).toISOString();
  expect(await replayFailedSince(house.ctx, who, endpointId, { since })).toBe(0);
  const before = new Date(Date.now() - 60_000).toISOString();
  expect(await replayFailedSince(house.ctx, who, endpointId, { since: before })).toBe(2);
  await send();
  const heard = peer.heard.map(({ headers }) => headers["webhook-id"]).sort();
  expect(heard).toEqual([early, late, fine].sort());
});

test("410 turns the endpoint off at once, with an entry in the audit log; turned on again it goes on", async () => {
  const [first = "", second = ""] = await queue(2);
  const other = await queue();
  await house.ctx.db.execute(sql`
    update webhook_deliveries set next_attempt_at = now() + interval '1 hour'
    where workspace_id = ${who.workspaceId} and id in (${second}, ${other[0]})`);
  peer.answer((response) => response.writeHead(410).end());
  await send();
  expect(await delivery(first)).toMatchObject({ status: "failed" });
  expect(await endpoint()).toMatchObject({ enabled: false, disabledBecause: "gone" });
  const { rows } = await listAudit(house.ctx.db, who.workspaceId, {}, { limit: 1 });
  expect(rows).toMatchObject([{ action: "webhook_endpoint.turned_off", target: endpointId }]);
  await dueNow();
  await send();
  expect(peer.heard).toHaveLength(1);
  await expect(replayDelivery(house.ctx, who, { endpointId, id: first })).rejects.toMatchObject({
    code: "conflict",
  });
  peer.answer((response) => response.writeHead(204).end());
  await turnEndpoint(house.ctx, who, endpointId, true);
  await send();
  expect(peer.heard).toHaveLength(3);
  expect(await endpoint()).toMatchObject({ disabledBecause: null, failingSince: null });
});

test("an endpoint that took nothing for three days is turned off; one good answer begins them anew", async () => {
  const age = (days: number) =>
    house.ctx.db.execute(sql`
      update webhook_endpoints set failing_since = now() - make_interval(days => ${days})
      where workspace_id = ${who.workspaceId} and failing_since is not null`);
  peer.answer(failing);
  await queue();
  await send();
  await age(2);
  await dueNow();
  await send();
  expect(await endpoint()).toMatchObject({ enabled: true });
  peer.answer((response) => response.writeHead(204).end());
  await dueNow();
  await send();
  peer.answer(failing);
  const [id = ""] = await queue();
  await send();
  expect(await endpoint()).toMatchObject({ enabled: true });
  await age(3);
  await dueNow();
  await send();
  expect(await endpoint()).toMatchObject({ enabled: false, disabledBecause: "failing" });
  expect(await delivery(id)).toMatchObject({ status: "waiting" });
});

test("what waits for an endpoint that is deleted is never sent, and its log is gone", async () => {
  const [id = ""] = await queue();
  await deleteEndpoint(house.ctx, who, endpointId);
  await send();
  expect(peer.heard).toHaveLength(0);
  expect(await delivery(id)).toBeUndefined();
});

test("an endpoint that is deleted while a request is under way ends it without a trace or a fault", async () => {
  await queue();
  const hung = new Promise<() => void>((resolve) => {
    peer.answer((response) => resolve(() => response.writeHead(500).end()));
  });
  const sender = new WebhookSender(house.ctx);
  await sender.round();
  const end = await hung;
  await deleteEndpoint(house.ctx, who, endpointId);
  end();
  await sender.idle();
  expect(await endpoint()).toBeUndefined();
});

test("a worker that dies with a request under way is followed by another attempt when its time is over", async () => {
  const [id = ""] = await queue();
  await house.ctx.db.execute(sql`
    update webhook_deliveries set status = 'sending', tries = 1, attempts = 1,
      next_attempt_at = now() + interval '1 minute' where workspace_id = ${who.workspaceId}`);
  await send();
  expect(peer.heard).toHaveLength(0);
  await house.ctx.db.execute(sql`
    update webhook_deliveries set next_attempt_at = now() where workspace_id = ${who.workspaceId}`);
  await send();
  expect(await delivery(id)).toMatchObject({ status: "delivered", attempts: 2 });
});

test("several workers send each delivery once", async () => {
  const ids = await queue(60);
  const senders = Array.from({ length: 4 }, () => new WebhookSender(house.ctx));
  await Promise.all(senders.map(send));
  expect(peer.heard.map(({ headers }) => String(headers["webhook-id"])).sort()).toEqual(ids.sort());
});

test("a slow endpoint does not hold up another's events", async () => {
  const other = await receiver();
  const added = await addEndpoint(house.ctx, who, {
    url: other.url,
    description: "",
    eventTypes: [],
    enabled: true,
  });
  await queue(200);
  peer.answer(() => {});
  const { workspaceId } = who;
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
  expect(peer.heard.length).toBeLessThanOrEqual(10);
  await sender.idle();
  await other.close();
});

test("an answer that does not come is an attempt that failed, and says so", async () => {
  const [id = ""] = await queue();
  peer.answer(() => {});
  const call = endpointCaller(house.ctx.config, { timeoutMs: 200 });
  const sender = new WebhookSender(house.ctx, call);
  await sender.round();
  await sender.idle();
  expect(await attempts(id)).toMatchObject([{ status: null, said: "No answer in time" }]);
  expect(await delivery(id)).toMatchObject({ status: "waiting" });
});

test("of 5 MB of answer the beginning is kept, and the status decides", async () => {
  const [id = ""] = await queue();
  const words = "x".repeat(5_000_000);
  peer.answer((response) => response.writeHead(200).end(words));
  await send();
  expect(await delivery(id)).toMatchObject({ status: "delivered" });
  expect((await attempts(id))[0]?.said).toBe("x".repeat(1_024));
});

test("an answer without an end, or of bytes that are no text, is taken for what its status says", async () => {
  const [id = ""] = await queue();
  peer.answer((response) => {
    response.writeHead(202).write(Buffer.from([0, 255, 65, 0]));
  });
  const sender = new WebhookSender(house.ctx, endpointCaller(house.ctx.config, { timeoutMs: 300 }));
  await sender.round();
  await sender.idle();
  expect(await delivery(id)).toMatchObject({ status: "delivered" });
  expect((await attempts(id))[0]?.said).toContain("A");
});

test("a redirect is not followed", async () => {
  const other = await receiver();
  peer.answer((response) => response.writeHead(302, { location: other.url }).end());
  const [id = ""] = await queue();
  await send();
  expect(other.heard).toHaveLength(0);
  expect(await delivery(id)).toMatchObject({ status: "waiting" });
  await other.close();
});

test("a test is sent once, says what came of it, and leaves the endpoint's record alone", async () => {
  peer.answer(failing);
  await turnEndpoint(house.ctx, who, endpointId, false);
  const id = await testEndpoint(house.ctx, who, endpointId);
  expect(await delivery(id)).toMatchObject({ status: "failed", type: "webhook.test" });
  expect(await attempts(id)).toMatchObject([{ status: 503 }]);
  expect(await endpoint()).toMatchObject({ enabled: false, failingSince: null });
  const [heard] = peer.heard;
  expect(heard && verify(heard, secret)).toMatchObject({ type: "webhook.test" });
});

test("at most ten tests leave in ten minutes", async () => {
  for (let n = 0; n < 10; n++) await testEndpoint(house.ctx, who, endpointId);
  await expect(testEndpoint(house.ctx, who, endpointId)).rejects.toMatchObject({
    code: "rate_limited",
  });
  expect(peer.heard).toHaveLength(10);
});

test("under another APP_SECRET nothing leaves unsigned, and a rotation puts it right", async () => {
  const ctx = {
    ...house.ctx,
    config: { ...house.ctx.config, appSecret: "another secret of thirty-two characters" },
  };
  const [id = ""] = await queue();
  await send(new WebhookSender(ctx));
  expect(peer.heard).toHaveLength(0);
  expect((await attempts(id))[0]?.said).toMatch(/cannot be read/);
  const renewed = await rotateSecret(ctx, who, endpointId);
  await dueNow();
  await send(new WebhookSender(ctx));
  const [heard] = peer.heard;
  expect(heard && verify(heard, renewed)).toBeTruthy();
});

test("a changed address is where the next attempt goes", async () => {
  const other = await receiver();
  peer.answer(failing);
  await queue();
  await send();
  await editEndpoint(house.ctx, who, endpointId, {
    url: other.url,
    description: "moved",
    eventTypes: [],
    enabled: true,
  });
  await dueNow();
  await send();
  expect(other.heard).toHaveLength(1);
  const page = await listDeliveries(house.ctx.db, who.workspaceId, endpointId, {}, { limit: 5 });
  expect(page.rows).toMatchObject([{ status: "delivered" }]);
  await other.close();
});

test("a delivery is kept for thirty days with its attempts, and no longer", async () => {
  const [old = "", young = ""] = await queue(2);
  await send();
  await house.ctx.db.execute(sql`
    update webhook_deliveries set created_at = now() - case id when ${old}::uuid
      then interval '31 days' else interval '29 days' end
    where workspace_id = ${who.workspaceId}`);
  await applyLogRetention(house.ctx);
  expect(await delivery(old)).toBeUndefined();
  expect(await attempts(old)).toEqual([]);
  expect(await delivery(young)).toMatchObject({ status: "delivered" });
  expect(await attempts(young)).toHaveLength(1);
});
