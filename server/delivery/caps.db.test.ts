import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { FrequencyLimits } from "@/core/delivery/caps";
import * as tables from "@/db/schema";
import { deliverRetry } from "./deliver";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();
type World = Awaited<ReturnType<typeof testWorld>>;
const HOUR_MS = 3_600_000;

const limit = ({ workspaceId }: World, frequencyLimits: FrequencyLimits | null) =>
  it
    .db()
    .update(tables.workspaces)
    .set({ frequencyLimits })
    .where(eq(tables.workspaces.id, workspaceId));

/** A message of a case of its own. */
async function matter(world: World, of: Parameters<World["addCase"]>[0] = {}, message = {}) {
  const caseId = await world.addCase(of);
  return world.addMessage(caseId, message);
}

async function limited(limits: FrequencyLimits) {
  const world = await testWorld(it.db());
  await limit(world, limits);
  return { world, ...it.start() };
}

/** As it will be when that much time has passed. */
const later = ({ workspaceId }: World, hours: number) =>
  it.db().execute(sql`
    update messages set sent_at = sent_at - ${hours} * interval '1 hour',
      attempt_at = attempt_at - ${hours} * interval '1 hour',
      planned_at = planned_at - ${hours} * interval '1 hour',
      deliver_at = deliver_at - ${hours} * interval '1 hour'
    where workspace_id = ${workspaceId}`);

const statusesOf = async (world: World, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await world.message(id)).code));

describe("a limit of messages to one person", () => {
  test("over all workflows and channels: the most urgent leaves, the others wait for the exact moment", async () => {
    const { world, deliver } = await limited({ perDay: 1 });
    const low = await matter(world, { priority: "low" });
    const urgent = await matter(world, { priority: "urgent" });
    const inApp = await matter(world, {}, { channel: "in_app" });
    await deliver();
    expect(await statusesOf(world, [urgent, inApp])).toEqual(["sent.plan", "sent.plan"]);
    const held = await world.message(low);
    expect(held).toMatchObject({ status: "held", code: "held.cap", carrierId: low });
    expect(held.params).toMatchObject({ n: 1, cap: 1 });
    expect(held.deliverAt?.getTime()).toBeGreaterThan(Date.now() + 23.9 * HOUR_MS);
    expect(it.server().accepted).toHaveLength(1);
  });

  test("what waits leaves as one message when there is room, and every matter keeps its buttons", async () => {
    const { world, deliver } = await limited({ perDay: 1 });
    const first = await matter(world);
    await deliver();
    const second = await matter(world, { subject: "Invoice B", priority: "high" });
    const third = await matter(world, { subject: "Invoice C" });
    await deliver();
    expect(await statusesOf(world, [second, third])).toEqual(["held.cap", "held.cap"]);

    await later(world, 25);
    await deliver();
    const [carrier, carried] = [await world.message(second), await world.message(third)];
    expect(await statusesOf(world, [first, second, third])).toEqual([
      "sent.plan",
      "sent.plan",
      "sent.merged",
    ]);
    expect(carried).toMatchObject({ status: "sent", carrierId: second });
    expect(carried.params).toMatchObject({ n: 1, carrier: second });
    expect(carried.providerMessageId).toBe(carrier.providerMessageId);
    expect(carried.sentAt).toEqual(carrier.sentAt);
    expect(carrier.content?.items?.map(({ messageId }) => messageId)).toEqual([second, third]);
    const { accepted } = it.server();
    expect(accepted).toHaveLength(2);
    const { subject, html, headers } = JSON.parse(accepted[1]?.raw ?? "{}");
    expect(subject).toBe("2 things wait for you");
    expect(String(html).match(/https:\/\/follow\.example\.com\/a\/[\w-]+/g)?.length).toBe(2);
    expect(headers).not.toHaveProperty("In-Reply-To");
    expect(headers).toHaveProperty("List-Unsubscribe");
  });

  test("a case that is due within a day passes, and counts", async () => {
    const { world, deliver } = await limited({ perDay: 1 });
    await matter(world);
    await deliver();
    const dueSoon = await matter(world, { dueAt: sql`now() + interval '20 hours'` as never });
    const dueLater = await matter(world, { dueAt: sql`now() + interval '30 hours'` as never });
    await deliver();
    expect(await statusesOf(world, [dueSoon, dueLater])).toEqual(["sent.plan", "held.cap"]);
    const { deliverAt, params } = await world.message(dueLater);
    expect(params).toMatchObject({ isDue: true });
    expect(Math.abs((deliverAt?.getTime() ?? 0) - Date.now() - 6 * HOUR_MS)).toBeLessThan(60_000);
  });

  test("what is over or was answered while it waited is not listed", async () => {
    const { world, deliver } = await limited({ perDay: 1 });
    await matter(world);
    await deliver();
    const [a, b, c] = [await matter(world), await matter(world), await matter(world)];
    await deliver();
    await it
      .db()
      .update(tables.cases)
      .set({ status: "resolved", outcome: "resolved" })
      .where(
        and(
          eq(tables.cases.workspaceId, world.workspaceId),
          eq(tables.cases.id, (await world.message(b)).caseId),
        ),
      );
    await later(world, 25);
    await deliver();
    expect(await statusesOf(world, [a, b, c])).toEqual([
      "sent.plan",
      "skip.case_closed",
      "sent.merged",
    ]);
    expect((await world.message(a)).content?.items).toHaveLength(2);
  });

  test("one that waited alone leaves in its own words", async () => {
    const { world, deliver } = await limited({ gapMinutes: 60 });
    await matter(world);
    await deliver();
    const alone = await matter(world);
    await deliver();
    expect((await world.message(alone)).code).toBe("held.cap");
    await later(world, 2);
    await deliver();
    const sent = await world.message(alone);
    expect(sent.code).toBe("sent.plan");
    expect(sent.content?.items).toBeUndefined();
    expect(sent.content?.subject).toBe("Invoice for Ana");
  });

  test("people on duty and required topics are neither held nor counted", async () => {
    const { world, deliver } = await limited({ perDay: 1 });
    await it.db().insert(tables.topics).values({
      workspaceId: world.workspaceId,
      key: "law",
      name: "Law",
      required: true,
      defaultChannels: [],
    });
    const duty = await matter(world, {}, { request: { audience: "owner" } });
    const required = await matter(world, {}, { topic: "law" });
    const ordinary = await matter(world);
    await deliver();
    const more = await matter(world, {}, { request: { audience: "escalation" } });
    await deliver();
    expect(await statusesOf(world, [duty, required, ordinary, more])).toEqual(
      Array(4).fill("sent.plan"),
    );
  });
});

describe("workers at the same time", () => {
  test("many rounds at once never let more pass than the limit", async () => {
    const { world } = await limited({ perDay: 2 });
    const ids = [];
    for (let i = 0; i < 12; i++) ids.push(await matter(world));
    const workers = Array.from({ length: 4 }, () => it.start());
    for (let round = 0; round < 8; round++) {
      await Promise.all(workers.map(({ deliver }) => deliver({ limit: 2 })));
      await it.db().execute(sql`
        update messages set deliver_at = now() where workspace_id = ${world.workspaceId}
          and status = 'planned'`);
    }
    const codes = await statusesOf(world, ids);
    expect(codes.filter((code) => code === "sent.plan")).toHaveLength(2);
    expect(codes.filter((code) => code === "held.cap")).toHaveLength(10);
    expect(it.server().accepted).toHaveLength(2);
  });

  test("what was collected leaves once, however many take a part of it", async () => {
    const { world, deliver } = await limited({ perDay: 1 });
    await matter(world);
    await deliver();
    const ids: string[] = [];
    for (let i = 0; i < 9; i++) ids.push(await matter(world));
    await deliver();
    await later(world, 25);
    const workers = Array.from({ length: 4 }, () => it.start());
    for (let round = 0; round < 20; round++) {
      await Promise.all(workers.map((worker) => worker.deliver({ limit: 2 })));
      const codes = await statusesOf(world, ids);
      if (codes.every((code) => code !== "held.cap")) break;
      await it.db().execute(sql`select pg_sleep(0.1)`);
    }
    const codes = await statusesOf(world, ids);
    expect(codes.filter((code) => code === "sent.plan")).toHaveLength(1);
    expect(codes.filter((code) => code === "sent.merged")).toHaveLength(8);
    expect(it.server().accepted).toHaveLength(2);
  });
});

describe("the fate of what left together", () => {
  async function collected() {
    const { world, deliver, ...started } = await limited({ perDay: 1 });
    await matter(world);
    await deliver();
    const ids = [await matter(world, { priority: "high" }), await matter(world)];
    await deliver();
    await later(world, 25);
    return { world, deliver, ...started, ids };
  }

  test("refused for good, all of it failed", async () => {
    const { world, deliver, ids } = await collected();
    it.server().behave("refuse");
    await deliver();
    for (const id of ids) {
      expect(await world.message(id)).toMatchObject({ status: "failed", code: "fail.provider" });
    }
  });

  test("refused for now, it leaves as one with the next attempt, without what was answered meanwhile", async () => {
    const { world, deliver, ctx, workerId, jobs, ids } = await collected();
    const third = await matter(world, {}, { plannedAt: sql`now() - interval '1 hour'` as never });
    await it
      .db()
      .update(tables.messages)
      .set({ status: "held", code: "held.cap", carrierId: third })
      .where(eq(tables.messages.id, third));
    it.server().behave("outage");
    await deliver();
    const [carrier = "", other = ""] = ids;
    for (const id of [...ids, third]) {
      expect(await world.message(id)).toMatchObject({
        ...{ status: "held", code: "fail.provider", carrierId: carrier, deliverAt: null },
      });
    }
    expect(jobs.filter(({ name }) => name === "message.retry")).toHaveLength(1);
    await it
      .db()
      .update(tables.cases)
      .set({ status: "resolved", outcome: "resolved" })
      .where(eq(tables.cases.id, (await world.message(third)).caseId));

    it.server().behave("accept");
    const round = { workerId, providers: it.providers() };
    await deliverRetry(ctx, round, { workspaceId: world.workspaceId, messageId: carrier });
    expect(await statusesOf(world, [carrier, other, third])).toEqual([
      "sent.plan",
      "sent.merged",
      "skip.case_closed",
    ]);
  });
});

test("without limits and digests a round looks at nobody else's messages", async () => {
  const world = await testWorld(it.db());
  const { deliver } = it.start();
  const ids = [];
  for (let i = 0; i < 3; i++) ids.push(await matter(world));
  await deliver();
  expect(await statusesOf(world, ids)).toEqual(Array(3).fill("sent.plan"));
  for (const id of ids) expect((await world.message(id)).carrierId).toBeNull();
});
