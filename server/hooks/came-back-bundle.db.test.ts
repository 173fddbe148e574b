import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { insertEndpoint } from "@/db/queries/webhook-endpoints";
import * as tables from "@/db/schema";
import { LIVE } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { claim } from "@/server/delivery/claim";
import { claimDue } from "@/server/delivery/claimed-rows";
import { deliveryTest, testWorld } from "@/server/delivery/testing";
import { newId } from "@/server/new-id";
import { MESSAGE_TAG } from "@/server/providers/resend";
import { BOUNCE, knock, resendNotice, resendRequest, withProviders } from "./testing";

const it = deliveryTest();
let ctx: Ctx;
let world: Awaited<ReturnType<typeof testWorld>>;

const TOPICS = ["billing", "news", "offers"];

beforeEach(async () => {
  ctx = withProviders(it.start().ctx);
  world = await testWorld(it.db());
  const { workspaceId } = world;
  await it.addWorkflow(workspaceId);
  const more = TOPICS.slice(1).map((key) => ({
    workspaceId,
    key,
    name: key,
    defaultChannels: ["email" as const],
  }));
  await it.db().insert(tables.topics).values(more);
  await it.db().execute(sql`
    update workflow_versions set definition = jsonb_set(definition, '{stages,0,steps,0,anyOf}',
      '[{"email": "first"}, {"sms": "first"}]') where workspace_id = ${workspaceId}`);
  const daily = { personId: "Ana", frequency: "daily" as const, channels: { email: true } };
  await it
    .db()
    .insert(tables.preferences)
    .values(TOPICS.map((topic) => ({ workspaceId, topic, ...daily })));
});

/** A matter about each of these topics that is collected for tomorrow's digest. */
async function collected(topics: readonly string[]) {
  const ids: string[] = [];
  for (const topic of topics) {
    const caseId = await world.addCase({
      ...{ pc: 1, step: "w1", waitingFor: "time" as const },
      nextActionAt: new Date(Date.now() + DAY_MS),
    });
    const request = { audience: "person", report: true, place: 0 };
    ids.push(await world.addMessage(caseId, { topic, request }));
  }
  await it.start().deliver();
  await it.db().execute(sql`
    update messages set planned_at = planned_at - interval '8 days', deliver_at = now()
    where workspace_id = ${world.workspaceId} and status = 'held'`);
  return ids;
}

/** One email with a matter about each topic, which Resend took. */
async function sentBundle(topics: readonly string[] = TOPICS) {
  const ids = await collected(topics);
  await it.start().deliver();
  expect(it.server().accepted).toHaveLength(1);
  const messages = await Promise.all(ids.map(world.message));
  const [{ providerMessageId } = { providerMessageId: null }] = messages;
  expect(messages.map((m) => [m.status, m.providerMessageId])).toEqual(
    ids.map(() => ["sent", providerMessageId]),
  );
  const carrier = messages.find(({ id, carrierId }) => id === carrierId)?.id ?? "";
  return { ids, carrier, emailId: providerMessageId ?? "" };
}

const tell = async (type: string, emailId: string, more = {}, id: string = randomUUID()) => {
  const response = await knock(ctx, resendRequest(resendNotice(type, emailId, more), { id }));
  expect(response.status).toBe(204);
};
const rows = async (query: ReturnType<typeof sql>) => [...(await it.db().execute(query))];
const ours = () => sql`workspace_id = ${world.workspaceId}`;
const eventsOf = (type: string) =>
  rows(sql`select message_id as id from message_events
    where ${ours()} and type = ${type} order by message_id`);
const suppressed = () =>
  rows(sql`select channel, address, reason from suppressions where ${ours()}`);
const consents = () =>
  rows(sql`select topic, granted, source from consents where ${ours()} order by topic`);
const each = (ids: readonly string[]) => ids.toSorted().map((id) => ({ id }));
const statusOf = async (ids: readonly string[]) =>
  (await Promise.all(ids.map(world.message))).map(({ status, code }) => [status, code]);

describe("a list of several matters that bounced", () => {
  test("failed with every matter in it, told once, and its address is blocked once", async () => {
    const url = "https://receiver.example.dev/hook";
    const row = { workspaceId: world.workspaceId, id: newId(), url, sealed: "" };
    const { ids, emailId } = await sentBundle();
    await inTransaction(it.db(), (tx) => insertEndpoint(tx, row));
    await tell("delivered", emailId);
    expect(await statusOf(ids)).toMatchObject(ids.map(() => ["delivered", expect.anything()]));
    for (let n = 0; n < 2; n++) await tell("bounced", emailId, BOUNCE, "msg_bounce");
    await tell("delivered", emailId);
    expect(await statusOf(ids)).toEqual(ids.map(() => ["failed", "fail.bounced"]));
    expect(await eventsOf("bounced")).toEqual(each(ids));
    expect(await suppressed()).toEqual([
      { channel: "email", address: "ana@example.com", reason: "bounced" },
    ]);
    const next = await rows(sql`
      select case_id as id, channel from messages where ${ours()} and status = 'planned'`);
    const caseIds = (await Promise.all(ids.map(world.message))).map(({ caseId }) => caseId);
    expect(new Set(next)).toEqual(new Set(caseIds.map((id) => ({ id, channel: "sms" }))));
    const told = await rows(sql`
      select type, count(*)::int as n from webhook_deliveries where ${ours()}
      group by type order by type`);
    expect(told).toEqual([
      { type: "message.bounced", n: ids.length },
      { type: "message.delivered", n: ids.length },
    ]);
  });

  test("while a worker has it in hand ends with every matter in it", async () => {
    const ids = await collected(TOPICS);
    const round = { workerId: randomUUID(), clock: LIVE, providers: it.providers() };
    await claim(ctx, round, (tx) => claimDue(tx, { clock: LIVE, limit: 500, floor: null }));
    const messages = await Promise.all(ids.map(world.message));
    expect(messages.map(({ status }) => status)).toEqual(ids.map(() => "sending"));
    const carrier = messages.find(({ id, carrierId }) => id === carrierId)?.id ?? "";
    const tags = [{ name: MESSAGE_TAG, value: carrier }];
    await tell("bounced", randomUUID(), { ...BOUNCE, tags });
    expect(await statusOf(ids)).toEqual(ids.map(() => ["failed", "fail.bounced"]));
    expect(await suppressed()).toHaveLength(1);
  });

  test("and that nobody here sent changes nothing", async () => {
    const { ids } = await sentBundle();
    await tell("bounced", randomUUID(), BOUNCE);
    expect(await statusOf(ids)).toMatchObject(ids.map(() => ["sent", expect.anything()]));
    expect(await suppressed()).toEqual([]);
  });
});

describe("a list of several matters that somebody complained about", () => {
  test("stops every topic in it and blocks the address once, however often it is told", async () => {
    const { ids, emailId } = await sentBundle();
    for (let n = 0; n < 2; n++) await tell("complained", emailId, {}, "msg_complaint");
    await tell("complained", emailId);
    expect(await statusOf(ids)).toMatchObject(ids.map(() => ["sent", expect.anything()]));
    expect(new Set((await eventsOf("complained")).map(({ id }) => id))).toEqual(new Set(ids));
    expect(await suppressed()).toEqual([
      { channel: "email", address: "ana@example.com", reason: "complained" },
    ]);
    expect(await consents()).toEqual(
      TOPICS.map((topic) => ({ topic, granted: false, source: "complaint" })),
    );
    const off = await rows(sql`
      select topic, channels->'email' as email from preferences where ${ours()} order by topic`);
    expect(off).toEqual(TOPICS.map((topic) => ({ topic, email: false })));
  });

  test("about one topic has one word in the ledger, and what comes next does not leave", async () => {
    const { emailId } = await sentBundle(["billing", "billing", "billing"]);
    await tell("complained", emailId);
    expect(await consents()).toEqual([{ topic: "billing", granted: false, source: "complaint" }]);
    const next = await world.addMessage(await world.addCase(), { topic: "news" });
    await it.db().execute(sql`
      update messages set planned_at = planned_at - interval '8 days' where id = ${next}`);
    await it.start().deliver();
    expect(await statusOf([next])).toEqual([["not_sent", "skip.suppressed"]]);
  });
});
