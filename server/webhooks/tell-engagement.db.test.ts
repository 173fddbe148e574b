import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HIT_SETTLED_MS } from "@/core/delivery/hits-to-tell";
import { JOBS, type JobPayload } from "@/core/jobs";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { insertEndpoint } from "@/db/queries/webhook-endpoints";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import type { Ctx } from "@/server/context";
import { recordReport } from "@/server/hooks/record-report";
import { TRAP_INDEX } from "@/server/links/urls";
import { newId } from "@/server/new-id";
import { pressAction } from "@/server/public/action-page";
import { followClick } from "@/server/public/click";
import { serveOpenPixel } from "@/server/public/open-pixel";
import { getRequest, postRequest, publicWorld } from "@/server/public/testing";
import { unsubscribe } from "@/server/public/unsubscribe";
import type { Enqueue } from "@/server/queue";
import { tellSettledHits } from "./tell-hits";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let messageId: string;
let caseId: string;
let ctx: Ctx;
/** What waits, one for each message, as the queue keeps it. */
const jobs = new Map<string, { at: number; payload: JobPayload<"message.hits"> }>();

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  world = await publicWorld(database.db);
  jobs.clear();
  const enqueue: Enqueue = async (_tx, name, payload, { startAfter, singletonKey = "" } = {}) => {
    if (name !== "message.hits" || jobs.has(singletonKey)) return;
    const hits = JOBS["message.hits"].payload.parse(payload);
    jobs.set(singletonKey, { at: startAfter?.getTime() ?? 0, payload: hits });
  };
  ctx = { ...world.ctx, enqueue };
  ({ messageId, caseId } = await world.open(1));
  const { workspaceId } = world;
  await database.db
    .update(tables.people)
    .set({ trackingConsent: true })
    .where(eq(tables.people.workspaceId, workspaceId));
  const url = "https://receiver.example.dev/hook";
  const row = { workspaceId, id: newId(), url, sealed: "" };
  await inTransaction(database.db, (tx) => insertEndpoint(tx, row));
});

const told = async () => {
  const rows = await database.db.execute<{ type: string; body: string }>(sql`
    select type, body from webhook_deliveries
    where workspace_id = ${world.workspaceId} order by id`);
  return rows.map(({ type, body }) => {
    const { timestamp: at, data } = JSON.parse(body);
    return { type, at, data };
  });
};
const types = async () => (await told()).map(({ type }) => type);
type Headers = Record<string, string>;
const look = (headers: Headers = {}) =>
  serveOpenPixel(ctx, getRequest(headers), `${world.token("o", messageId)}.gif`);
const click = (headers: Headers = {}, index = 0) =>
  followClick(ctx, getRequest(headers), world.token("c", messageId, index));
const trap = (headers: Headers = {}) => click(headers, TRAP_INDEX);

/** So much later, all jobs that are due by then have run. */
async function later(ms: number) {
  await database.db.execute(sql`
    update message_events set at = at - ${ms} * interval '1 millisecond'
    where message_id = ${messageId}`);
  for (const job of jobs.values()) job.at -= ms;
  for (const [key, { at, payload }] of [...jobs]) {
    if (at > Date.now()) continue;
    jobs.delete(key);
    await tellSettledHits(ctx, payload);
  }
}

const READER = { "x-forwarded-for": "198.51.100.20" };
const OTHER = { "x-forwarded-for": "198.51.100.21" };
const GOOGLE = { "user-agent": "Mozilla/5.0 (via ggpht.com GoogleImageProxy)" };
const BARE = { "user-agent": "Mozilla/5.0" };

test("a scanner that fetches pixel and links tells nothing", async () => {
  const scanner = { "user-agent": "curl/8.5.0" };
  await look(scanner);
  await click(scanner);
  expect(jobs.size).toBe(0);
  await later(HIT_SETTLED_MS);
  expect(await told()).toEqual([]);
});

test("a human's open and click are told once, with who it was and when, as soon as that is sure", async () => {
  await look();
  await look();
  await click();
  await click();
  expect(await told()).toEqual([]);
  await later(HIT_SETTLED_MS - MINUTE_MS);
  expect(await told()).toEqual([]);
  await later(MINUTE_MS);
  const all = await told();
  expect(all.map(({ type }) => type)).toEqual(["message.opened", "message.clicked"]);
  expect(all[0]?.data).toMatchObject({ id: messageId, openedBy: "human", by: "human" });
  expect(all[1]?.data).toMatchObject({ clickedAt: expect.any(String), by: "human" });
  for (const { at } of all) expect(Date.now() - Date.parse(at)).toBeGreaterThan(10 * MINUTE_MS);
  await click(OTHER);
  await later(HIT_SETTLED_MS);
  expect(await told()).toHaveLength(2);
  expect(jobs.size).toBe(0);
});

describe("a click that looked like a human's", () => {
  test("and was a scanner's, as its next one shows at once, is told to nobody", async () => {
    await look(READER);
    await click(READER, 0);
    await click(READER, 1);
    await later(HIT_SETTLED_MS);
    expect(await told()).toEqual([]);
  });

  test("and was a scanner's, as the hidden link shows minutes later, is told to nobody", async () => {
    await look(READER);
    await later(30 * SECOND_MS);
    await click(READER);
    await later(9 * MINUTE_MS);
    await trap(READER);
    await later(HIT_SETTLED_MS);
    expect(await told()).toEqual([]);
  });

  test("and was a scanner's does not swallow the reader's own after it", async () => {
    await click(READER);
    await later(30 * SECOND_MS);
    await click(OTHER);
    await later(30 * SECOND_MS);
    await trap(READER);
    await later(HIT_SETTLED_MS);
    await later(MINUTE_MS);
    expect(await types()).toEqual(["message.opened", "message.clicked"]);
  });

  test("and is followed by a press is told with the press, and not again", async () => {
    await click(READER);
    await later(30 * SECOND_MS);
    await pressAction(ctx, postRequest(), await world.actionToken(messageId, "paid"));
    const about = (all: string[]) => all.filter((type) => type.startsWith("message."));
    expect(about(await types()).toSorted()).toEqual(["message.clicked", "message.opened"]);
    await later(HIT_SETTLED_MS);
    expect(about(await types())).toHaveLength(2);
  });
});

test("an open is told again when a better class of visitor is known, each with its class", async () => {
  await look(BARE);
  await later(HIT_SETTLED_MS);
  await database.db.execute(sql`
    update messages set sent_at = now() - interval '10 seconds' where id = ${messageId}`);
  await look(GOOGLE);
  await look(READER);
  expect((await told()).map(({ data }) => data.by)).toEqual(["unknown", "proxy"]);
  await later(HIT_SETTLED_MS);
  expect((await told()).map(({ data }) => data.by)).toEqual(["unknown", "proxy", "human"]);
});

test("on a test clock, whose time may stand still, a visit is told at once", async () => {
  await database.db.execute(sql`
    update workspaces set clock_at = now() + interval '1 day' where id = ${world.workspaceId}`);
  await click();
  expect(await types()).toEqual(["message.opened", "message.clicked"]);
  expect(jobs.size).toBe(0);
});

test("where nobody listens for visits nothing waits", async () => {
  await database.db.execute(sql`
    update webhook_endpoints set event_types = '{case.opened}'
    where workspace_id = ${world.workspaceId}`);
  await click();
  expect(jobs.size).toBe(0);
});

test("a press that resolves is told as click, open, answer and end of the case", async () => {
  await pressAction(ctx, postRequest(), await world.actionToken(messageId, "paid"));
  expect((await types()).toSorted()).toEqual([
    "case.resolved",
    "case.responded",
    "message.clicked",
    "message.opened",
  ]);
});

test("an unsubscription is told as a change of preferences, and only when it changes any", async () => {
  const oneClick = () => {
    const form = postRequest({ "List-Unsubscribe": "One-Click" });
    return unsubscribe(world.ctx, form, world.token("u", messageId));
  };
  await oneClick();
  await oneClick();
  const all = await told();
  expect(all.map(({ type }) => type)).toEqual(["preference.updated"]);
  expect(all[0]?.data).toMatchObject({
    personId: "Ana",
    topics: { billing: { channels: { email: false } } },
  });
});

test("what a provider reports is told once per report: delivered, then bounced", async () => {
  const ref = { workspaceId: world.workspaceId, id: messageId, caseId };
  const report = (eventId: string, cameBack: Parameters<typeof recordReport>[3]["cameBack"]) =>
    inTransaction(database.db, (tx) =>
      recordReport(world.ctx, tx, ref, {
        eventId,
        providerMessageId: "p1",
        at: Date.now(),
        cameBack,
      }),
    );
  await report("e1", { type: "delivered" });
  await report("e1", { type: "delivered" });
  const bounce = { type: "bounced" as const, permanent: true, text: "No such mailbox" };
  await report("e2", bounce);
  await report("e2", bounce);
  expect((await types()).filter((type) => type.startsWith("message."))).toEqual([
    "message.delivered",
    "message.bounced",
  ]);
});
