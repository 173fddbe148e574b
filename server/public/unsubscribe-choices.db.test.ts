import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { getRequest, postRequest, publicWorld } from "./testing";
import { showUnsubscribe, unsubscribe } from "./unsubscribe";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let token: string;
let messageId: string;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
  messageId = (await world.open(1)).messageId;
  token = world.token("u", messageId);
});
afterAll(() => database.drop());

const post = async (fields: Record<string, string>) => {
  const response = await unsubscribe(world.ctx, postRequest(fields), token);
  return { status: response.status, text: await response.text() };
};
const chosen = () =>
  database.db.execute<{ topic: string; channels: object; frequency: string }>(sql`
    select topic, channels, frequency from preferences
    where workspace_id = ${world.workspaceId} order by topic`);
const undoIn = (text: string) =>
  (/name="undo" value="([^"]*)"/.exec(text)?.[1] ?? "").replaceAll("&#34;", '"');
const reasons = () =>
  database.db.execute(sql`
    select detail->>'reason' as reason from message_events
    where workspace_id = ${world.workspaceId} and id = 'unsubscribed'`);

test("a topic can come less often instead, and as before again", async () => {
  const page = await (await showUnsubscribe(world.ctx, getRequest(), token)).text();
  for (const rate of ["daily", "weekly", "last_reminder"]) {
    expect(page).toContain(`name="less" value="${rate}"`);
    const { text } = await post({ less: rate });
    expect(await chosen()).toMatchObject([{ topic: "billing", frequency: rate }]);
    await post({ undo: undoIn(text) });
    expect(await chosen()).toEqual([]);
  }
});

test("a rate that is none changes nothing", async () => {
  for (const less of ["off", "hourly", "as_it_happens", ""]) await post({ less });
  expect(await chosen()).toEqual([]);
});

test("what was stopped comes again when it is undone, and both are in the ledger", async () => {
  const { text } = await post({ stop: "topic" });
  expect(await chosen()).toMatchObject([{ channels: { email: false } }]);
  const undone = await post({ undo: undoIn(text) });
  expect(undone.text).toContain("Billing");
  expect(await chosen()).toEqual([]);
  const ledger = await database.db.execute(sql`
    select granted, source from consents where workspace_id = ${world.workspaceId} order by id`);
  expect(ledger).toEqual([
    { granted: false, source: "unsubscribe_page" },
    { granted: true, source: "unsubscribe_page" },
  ]);
});

test("stopping everything can be undone too", async () => {
  await post({ less: "weekly" });
  const before = await chosen();
  const { text } = await post({ stop: "all" });
  expect(await chosen()).not.toEqual(before);
  await post({ undo: undoIn(text) });
  expect(await chosen()).toEqual(before);
});

test("stopping twice offers nothing to undo the second time", async () => {
  await post({ stop: "topic" });
  expect(undoIn((await post({ stop: "topic" })).text)).toBe("");
});

test("a reason is kept beside the unsubscribing, one tap, of those that there are", async () => {
  const { text } = await post({ stop: "topic" });
  expect(await reasons()).toEqual([{ reason: null }]);
  const thanks = await post({ reason: "too_many", of: "topic", undo: undoIn(text) });
  expect(thanks.text).toContain("Thank you");
  expect(undoIn(thanks.text)).toBe(undoIn(text));
  expect(await chosen()).toMatchObject([{ channels: { email: false } }]);
  await post({ reason: "<script>" });
  expect(await reasons()).toEqual([{ reason: "too_many" }]);
});

test("a reason without an unsubscribing is kept nowhere", async () => {
  await post({ reason: "unclear", of: "all" });
  expect(await reasons()).toEqual([]);
  expect(await chosen()).toEqual([]);
});

test("an undo that is none is refused and changes nothing", async () => {
  for (const undo of ["x", "[]", '{"topics":{"billing":{"channels":1}}}', '{"stop":"all"}']) {
    expect((await post({ undo })).status).toBe(400);
  }
  expect(await chosen()).toEqual([]);
});

test("a required topic comes as often as it does", async () => {
  await database.db.execute(sql`
    update topics set required = true where workspace_id = ${world.workspaceId}`);
  expect((await post({ less: "weekly" })).text).toContain("cannot be switched off");
  expect(await chosen()).toEqual([]);
});

test("Arabic readers get Arabic, from the right", async () => {
  await database.db.execute(sql`
    update people set locale = 'ar-EG' where workspace_id = ${world.workspaceId}`);
  const page = await (await showUnsubscribe(world.ctx, getRequest(), token)).text();
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain("إيقاف");
});
