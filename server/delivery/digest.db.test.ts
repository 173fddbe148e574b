import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { followOpening } from "@/db/queries/came-back";
import * as tables from "@/db/schema";
import { recover } from "./recover";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();
type World = Awaited<ReturnType<typeof testWorld>>;
let world: World;

/** Ana wants this topic once a day, at a moment that has just passed when `later` is called. */
beforeEach(async () => {
  world = await testWorld(it.db());
  await wants("billing", "daily");
});

const wants = (topic: string, frequency: "daily" | "weekly") =>
  it
    .db()
    .insert(tables.preferences)
    .values({
      workspaceId: world.workspaceId,
      personId: "Ana",
      topic,
      frequency,
      channels: { email: true, sms: true, in_app: true },
    });

/** As the morning after: what was planned is a day older, and looked at now. */
const nextDay = () =>
  it.db().execute(sql`
    update messages set planned_at = planned_at - interval '8 days', deliver_at = now()
    where workspace_id = ${world.workspaceId} and status = 'held'`);

const matter = async (over = {}, message = {}) =>
  world.addMessage(await world.addCase(over), message);
const codes = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await world.message(id)).code));

test("one message a day lists what is still open, and drops what was done meanwhile", async () => {
  const { deliver } = it.start();
  const done = await matter({ subject: "Done already" });
  const [a, b] = [await matter({ subject: "A" }), await matter({ subject: "B" })];
  await deliver();
  expect(await codes([done, a, b])).toEqual(Array(3).fill("held.digest"));
  await it
    .db()
    .update(tables.cases)
    .set({ status: "resolved", outcome: "resolved" })
    .where(eq(tables.cases.id, (await world.message(done)).caseId));
  await nextDay();
  await deliver();
  expect(await codes([done, a, b])).toEqual(["skip.case_closed", "sent.plan", "sent.merged"]);
  expect((await world.message(b)).params).toEqual({ digest: "daily", n: 1, carrier: a });
  expect(it.server().accepted).toHaveLength(1);
});

test("topics that are due at one moment share it; each channel has a list of its own, the inbox none", async () => {
  const { deliver } = it.start();
  await it.db().insert(tables.topics).values({
    workspaceId: world.workspaceId,
    key: "reviews",
    name: "Reviews",
    defaultChannels: [],
  });
  await wants("reviews", "daily");
  const a = await matter();
  const b = await matter({}, { topic: "reviews" });
  const inApp = [await matter({}, { channel: "in_app" }), await matter({}, { channel: "in_app" })];
  await deliver();
  await nextDay();
  await deliver();
  expect(await codes([a, b, ...inApp])).toEqual([
    "sent.plan",
    "sent.merged",
    "sent.plan",
    "sent.plan",
  ]);
});

test("what is due within a day does not wait for it", async () => {
  const { deliver } = it.start();
  const soon = await matter({ dueAt: sql`now() + interval '23 hours'` });
  const later = await matter({ dueAt: sql`now() + interval '9 days'` });
  await deliver();
  expect(await codes([soon, later])).toEqual(["sent.plan", "held.digest"]);
});

test("two messages of one case leave as the newer, and a sandbox's outbox shows the same", async () => {
  const sandbox = await testWorld(it.db(), "sandbox");
  world = sandbox;
  await wants("billing", "weekly");
  const { deliver } = it.start();
  const caseId = await sandbox.addCase();
  const first = await sandbox.addMessage(caseId, {
    plannedAt: sql`now() - interval '1 hour'` as never,
  });
  const second = await sandbox.addMessage(caseId, { step: "s2" });
  await deliver();
  await nextDay();
  await deliver();
  expect(await codes([first, second])).toEqual(["sent.merged", "sent.plan"]);
  const [merged, carrier] = [await sandbox.message(first), await sandbox.message(second)];
  expect(merged).toMatchObject({ status: "sent", carrierId: second, provider: "outbox" });
  expect(merged.params).toMatchObject({ digest: "weekly" });
  expect(carrier.content?.items).toBeUndefined();
});

test("a worker that dies over a list leaves all of it to be asked again, once", async () => {
  const dying = it.start();
  const ids = [await matter(), await matter(), await matter()];
  await dying.deliver();
  await nextDay();
  await dying.deliver({ background: () => undefined, providers: it.providers() });
  await it.db().execute(sql`
    update messages set status = 'sending', sent_at = null, provider_message_id = null,
      attempt_by = gen_random_uuid(), attempt_at = now() - interval '1 hour'
    where workspace_id = ${world.workspaceId}`);
  const { ctx, workerId } = it.start();
  const { found } = await recover(ctx, { workerId, providers: it.providers() });
  expect(found).toBe(1);
  expect(await codes(ids)).toEqual(["sent.plan", "sent.merged", "sent.merged"]);
  const statuses = await Promise.all(ids.map(async (id) => (await world.message(id)).status));
  expect(statuses).toEqual(["sent", "sent", "sent"]);
  expect(it.server().accepted).toHaveLength(1);
});

test("a human's open of the list is one of all that is in it, and taken back with it", async () => {
  const { deliver } = it.start();
  const [a, b] = [await matter(), await matter()];
  await deliver();
  await nextDay();
  await deliver();
  const { workspaceId } = world;
  const open = (openedBy: "human" | "scanner") =>
    it
      .db()
      .update(tables.messages)
      .set({ openedBy, openedAt: openedBy === "human" ? new Date() : null })
      .where(eq(tables.messages.id, a));
  await open("human");
  await inTransaction(it.db(), (tx) => followOpening(tx, { workspaceId, id: a }));
  expect(await world.message(b)).toMatchObject({ openedBy: "human" });
  await open("scanner");
  await inTransaction(it.db(), (tx) => followOpening(tx, { workspaceId, id: a }));
  expect(await world.message(b)).toMatchObject({ openedBy: "scanner", openedAt: null });
});
