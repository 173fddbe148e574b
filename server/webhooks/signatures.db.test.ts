import { sql } from "drizzle-orm";
import { WebhookVerificationError } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newSigningSecret } from "@/server/calls/signing-secret";
import { newId } from "@/server/new-id";
import { type House, testHouse } from "@/server/testing/house";
import { type Heard, verify } from "@/server/testing/receiver";
import { rotateSecret } from "./rotate-secret";
import { WebhookSender } from "./sender";
import { BODY, type WebhookWorld, webhookWorld } from "./testing";

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

test("the library of Standard Webhooks verifies what arrives, and refuses what it should", async () => {
  const [id] = await world.queue();
  await world.send();
  const [heard] = world.peer.heard;
  if (!heard) throw new Error("nothing arrived");
  expect(verify(heard, world.secret)).toEqual(JSON.parse(BODY));
  expect(heard.headers).toMatchObject({ "webhook-id": id, "content-type": "application/json" });
  const refused = (change: Partial<Heard>) =>
    expect(() => verify({ ...heard, ...change }, world.secret)).toThrow(WebhookVerificationError);
  refused({ body: heard.body.replace("opened", "closed") });
  const old = String(Math.floor(Date.now() / 1_000) - 301);
  refused({ headers: { ...heard.headers, "webhook-timestamp": old } });
  refused({ headers: { ...heard.headers, "webhook-id": newId() } });
  expect(() => verify(heard, newSigningSecret())).toThrow(WebhookVerificationError);
});

test("for a day after a rotation both secrets verify, and then only the new one", async () => {
  const renewed = await rotateSecret(house.ctx, world.who, world.endpointId);
  expect(renewed).not.toBe(world.secret);
  await world.queue();
  await world.send();
  const [heard] = world.peer.heard;
  if (!heard) throw new Error("nothing arrived");
  expect(String(heard.headers["webhook-signature"]).split(" ")).toHaveLength(2);
  expect(verify(heard, renewed)).toEqual(JSON.parse(BODY));
  expect(verify(heard, world.secret)).toEqual(JSON.parse(BODY));
  await house.ctx.db.execute(sql`
    update webhook_endpoints set previous_secret_until = now() - interval '1 second'
    where workspace_id = ${world.who.workspaceId}`);
  await world.queue();
  await world.send();
  const later = world.peer.heard[1];
  if (!later) throw new Error("nothing arrived");
  expect(verify(later, renewed)).toEqual(JSON.parse(BODY));
  expect(() => verify(later, world.secret)).toThrow(WebhookVerificationError);
});

test("a secret is in clear nowhere: not in the tables, not in the audit log", async () => {
  const renewed = await rotateSecret(house.ctx, world.who, world.endpointId);
  const { db } = house.ctx;
  const rows = [
    ...(await db.execute(sql`select e::text as t from webhook_endpoints e`)),
    ...(await db.execute(sql`select a::text as t from audit_log a`)),
  ];
  const text = JSON.stringify(rows);
  expect(text).toContain(world.endpointId);
  for (const one of [world.secret, renewed]) expect(text).not.toContain(one.replace("whsec_", ""));
});

test("under another APP_SECRET nothing leaves unsigned, and a rotation puts it right", async () => {
  const ctx = {
    ...house.ctx,
    config: { ...house.ctx.config, appSecret: "another secret of thirty-two characters" },
  };
  const [id = ""] = await world.queue();
  await world.send(new WebhookSender(ctx));
  expect(world.peer.heard).toHaveLength(0);
  expect((await world.attempts(id))[0]?.said).toMatch(/cannot be read/);
  const renewed = await rotateSecret(ctx, world.who, world.endpointId);
  await world.dueNow();
  await world.send(new WebhookSender(ctx));
  const [heard] = world.peer.heard;
  expect(heard && verify(heard, renewed)).toBeTruthy();
});
