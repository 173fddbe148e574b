import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import * as tables from "@/db/schema";
import { LIVE } from "@/server/clock/clock";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { claim } from "./claim";
import { COLLECTED_MAX, claimDue } from "./claimed-rows";
import { deliverRetry } from "./deliver";
import { recover } from "./recover";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();
type World = Awaited<ReturnType<typeof testWorld>>;
let world: World;

beforeEach(async () => {
  world = await testWorld(it.db());
  await it
    .db()
    .insert(tables.preferences)
    .values({
      workspaceId: world.workspaceId,
      personId: "Ana",
      topic: "billing",
      frequency: "daily",
      channels: { email: true },
    });
});

const matter = async (over = {}) => world.addMessage(await world.addCase(over));
const nextDay = () =>
  it.db().execute(sql`
    update messages set planned_at = planned_at - interval '8 days', deliver_at = now()
    where workspace_id = ${world.workspaceId} and status = 'held'`);
const codes = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await world.message(id)).code));
const setCase = async (messageId: string, values: Partial<typeof tables.cases.$inferInsert>) =>
  it
    .db()
    .update(tables.cases)
    .set(values)
    .where(eq(tables.cases.id, (await world.message(messageId)).caseId));
const resolve = (messageId: string) =>
  setCase(messageId, { status: "resolved", outcome: "resolved" });
const keys = () => it.server().accepted.map(({ key }) => key);

/** A list of three that the provider took, and whose answer was lost. */
async function lost() {
  const { deliver, ctx, workerId } = it.start();
  const ids = [await matter({ priority: "high" }), await matter(), await matter()];
  await deliver();
  await nextDay();
  it.server().behave("drop");
  await deliver();
  it.server().behave("accept");
  const [carrier = ""] = ids;
  for (const id of ids) {
    expect(await world.message(id)).toMatchObject({ code: "fail.provider", carrierId: carrier });
  }
  expect(keys()).toEqual([carrier]);
  const retry = () =>
    deliverRetry(
      ctx,
      { workerId, providers: it.providers() },
      { workspaceId: world.workspaceId, messageId: carrier },
    );
  return { deliver, retry, ids, carrier };
}

const quiet = (quietHours: { days: string[]; from: string; to: string }[] | null) =>
  it
    .db()
    .update(tables.people)
    .set({ quietHours } as never)
    .where(eq(tables.people.workspaceId, world.workspaceId));
const ALWAYS = [
  {
    days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    from: "00:00",
    to: "24:00",
  },
];

describe("a list whose answer was lost", () => {
  test("keeps its key through quiet hours, and is accepted once", async () => {
    const { deliver, retry, ids, carrier } = await lost();
    await quiet(ALWAYS);
    await retry();
    for (const id of ids) {
      expect(await world.message(id)).toMatchObject({
        ...{ status: "held", code: "held.quiet_hours", carrierId: carrier },
      });
    }
    await quiet(null);
    // A more urgent case now would carry a new list.
    await setCase(ids[2] ?? "", { priority: "urgent" });
    await nextDay();
    await deliver();
    expect(await codes(ids)).toEqual(["sent.plan", "sent.merged", "sent.merged"]);
    expect(keys()).toEqual([carrier]);
  });

  test("waits as a whole while its carrier is held", async () => {
    const { deliver, retry, ids, carrier } = await lost();
    await setCase(carrier, { snoozedUntil: sql`now() + interval '1 hour'` as never });
    await retry();
    const rows = await Promise.all(ids.map(world.message));
    for (const row of rows) {
      expect(row).toMatchObject({ status: "held", carrierId: carrier });
      expect(row.deliverAt).toEqual(rows[0]?.deliverAt);
    }
    // Looking at a part of it looks at all of it.
    await it.db().execute(sql`update messages set deliver_at = now() where id = ${ids[1] ?? ""}`);
    await deliver();
    expect(await codes(ids)).toEqual(Array(3).fill("held.snoozed"));
    await setCase(carrier, { snoozedUntil: null });
    await it.db().execute(sql`update messages set deliver_at = now() where id = ${ids[1] ?? ""}`);
    await deliver();
    expect(await codes(ids)).toEqual(["sent.plan", "sent.merged", "sent.merged"]);
    expect(keys()).toEqual([carrier]);
  });

  test("ends unknown when its carrier is not to be sent any more", async () => {
    const { retry, ids, carrier } = await lost();
    await resolve(carrier);
    await retry();
    expect(await codes(ids)).toEqual(["skip.case_closed", "fail.unknown", "fail.unknown"]);
    expect((await world.message(ids[1] ?? "")).params).toMatchObject({ why: "carrier_ended" });
    expect(keys()).toEqual([carrier]);
  });

  test("takes in nothing new: what fell due since leaves by itself", async () => {
    const { deliver, retry, ids, carrier } = await lost();
    const late = await matter();
    await deliver();
    await nextDay();
    await retry();
    await deliver();
    expect(await codes([...ids, late])).toEqual([
      ...["sent.plan", "sent.merged", "sent.merged"],
      "sent.plan",
    ]);
    expect(keys()).toEqual([carrier, late]);
  });
});

describe("a worker that dies over a list", () => {
  /** Committed as on its way, and the provider was not asked. */
  async function dead() {
    const { deliver } = it.start();
    const ids = [await matter({ priority: "high" }), await matter(), await matter()];
    await deliver();
    await nextDay();
    const { ctx, workerId } = it.start();
    const round = { workerId: randomUUID(), clock: LIVE, providers: it.providers() };
    const select = { clock: LIVE, limit: 500, floor: null };
    await claim(ctx, round, (tx) => claimDue(tx, select));
    await it.db().execute(sql`update messages set attempt_at = now() - interval '1 hour'`);
    return { ids, again: () => recover(ctx, { workerId, providers: it.providers() }) };
  }
  const listed = async (id: string) =>
    (await world.message(id)).content?.items?.map(({ messageId }) => messageId);

  test("what was answered meanwhile is not in it any more", async () => {
    const { ids, again } = await dead();
    const [carrier = "", answered = "", open = ""] = ids;
    await resolve(answered);
    await again();
    expect(await codes(ids)).toEqual(["sent.plan", "fail.unknown", "sent.merged"]);
    expect((await world.message(answered)).params).toMatchObject({ why: "case_closed" });
    expect(await listed(carrier)).toEqual([carrier, open]);
    expect(it.server().accepted[0]?.raw).toContain("2 things wait for you");
    expect(keys()).toEqual([carrier]);
  });

  test("the others leave without the matter of their carrier, under its key", async () => {
    const { ids, again } = await dead();
    const [carrier = "", ...others] = ids;
    await resolve(carrier);
    await again();
    expect(await codes(ids)).toEqual(["sent.plan", "sent.merged", "sent.merged"]);
    expect(await listed(carrier)).toEqual(others);
    expect(keys()).toEqual([carrier]);
  });

  test("while somebody holds a case of it, it is left for the next look", async () => {
    const { ids, again } = await dead();
    const { caseId } = await world.message(ids[1] ?? "");
    await inTransaction(it.db(), async (tx) => {
      await tx.execute(sql`select 1 from cases where id = ${caseId} for update`);
      expect(await again()).toEqual({ found: 0 });
    });
    expect(await again()).toEqual({ found: 1 });
    expect(await codes(ids)).toEqual(["sent.plan", "sent.merged", "sent.merged"]);
  });

  test("nothing leaves when all of it was answered", async () => {
    const { ids, again } = await dead();
    for (const id of ids) await resolve(id);
    await again();
    expect(await codes(ids)).toEqual(Array(3).fill("fail.unknown"));
    expect(keys()).toEqual([]);
  });
});

describe("a list of many", () => {
  test("leaves as one call through an account that takes one a second", async () => {
    const { batch: _, ...single } = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const providers = providerRegistry([{ ...single, ratePerSecond: 1 }]);
    const { deliver } = it.start();
    const ids: string[] = [];
    for (let n = 0; n < 30; n++) ids.push(await matter());
    await deliver();
    await nextDay();
    await deliver({ providers });
    expect(it.server().accepted).toHaveLength(1);
    expect((await codes(ids)).filter((code) => code === "sent.merged")).toHaveLength(29);
  });

  test("of more than a round's worth what is there leaves, and nothing goes round for ever", async () => {
    const caseIds: string[] = [];
    for (let n = 0; n < 50; n++) caseIds.push(await world.addCase());
    const first = await world.addMessage(caseIds[0] ?? "");
    const { deliver } = it.start();
    await deliver();
    await it.db().execute(sql`
      insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit,
          channel, template, topic, request, status, code, planned_at, deliver_at, carrier_id)
        select m.workspace_id, u.id, (array[${sql.join(
          caseIds.map((id) => sql`${id}::uuid`),
          sql`, `,
        )}])[1 + u.n % 50], m.person_id, m.workflow, m.version, m.stage, 's' || u.n, 0, m.channel,
          m.template, m.topic, m.request, m.status, m.code, m.planned_at, m.deliver_at, u.id
        from messages m, (select n, gen_random_uuid() as id from generate_series(1, ${COLLECTED_MAX + 5}::int) n) u
       where m.id = ${first}`);
    await nextDay();
    await deliver();
    expect(it.server().accepted).toHaveLength(1);
  }, 30_000);
});
