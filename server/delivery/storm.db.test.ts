import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as tables from "@/db/schema";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();
type World = Awaited<ReturnType<typeof testWorld>>;
const escalation = { request: { audience: "escalation" as const, level: 1 } };
const ending = { request: { audience: "involved" as const, ending: true }, step: "done" };
const MANY = 200;

/** A message to Ben because of a case of its own, which is about Ana. */
async function matter(world: World, of = {}, message = {}) {
  const caseId = await world.addCase(of);
  return world.addMessage(caseId, { personId: "Ben", ...escalation, ...message });
}

async function withBen(gapMinutes?: number) {
  const world = await testWorld(it.db());
  await world.addPerson("Ben", "ben@example.com");
  if (gapMinutes !== undefined) {
    await it
      .db()
      .update(tables.workspaces)
      .set({ frequencyLimits: { helpers: { gapMinutes } } })
      .where(eq(tables.workspaces.id, world.workspaceId));
  }
  return { world, ...it.start() };
}

/** As it will be when that much time has passed. */
const later = ({ workspaceId }: World, minutes: number) =>
  it.db().execute(sql`
    update messages set sent_at = sent_at - ${minutes} * interval '1 minute',
      attempt_at = attempt_at - ${minutes} * interval '1 minute',
      planned_at = planned_at - ${minutes} * interval '1 minute',
      deliver_at = deliver_at - ${minutes} * interval '1 minute'
    where workspace_id = ${workspaceId}`);

const codesOf = (world: World, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await world.message(id)).code));
const setCase = async (
  world: World,
  messageId: string,
  values: Partial<typeof tables.cases.$inferInsert>,
) => {
  const { caseId } = await world.message(messageId);
  await it.db().update(tables.cases).set(values).where(eq(tables.cases.id, caseId));
};
const close = (world: World, messageId: string) =>
  setCase(world, messageId, {
    status: "resolved",
    outcome: "resolved",
    closedAt: sql`now()` as never,
  });
const lists = () =>
  it.server().accepted.map(({ raw }) => JSON.parse(raw) as { subject: string; text: string });

describe("a storm over one helper", () => {
  test("two hundred escalations in a minute are the first message and one list with all others", async () => {
    const { world, deliver } = await withBen();
    const first = await matter(world, { subject: "Invoice first" });
    await deliver();
    expect((await world.message(first)).code).toBe("sent.plan");
    const ids: string[] = [];
    for (let n = 0; n < MANY - 1; n++) {
      const priority = n === 150 ? "urgent" : "normal";
      ids.push(await matter(world, { priority }));
      if (n % 20 === 0) await deliver();
    }
    await deliver();
    expect(new Set(await codesOf(world, ids))).toEqual(new Set(["held.helper"]));
    const held = await world.message(ids[0] ?? "");
    const { sentAt } = await world.message(first);
    expect(held.deliverAt?.getTime()).toBe((sentAt?.getTime() ?? 0) + 5 * 60_000);

    await later(world, 6);
    await deliver();
    const codes = await codesOf(world, ids);
    expect(codes.filter((code) => code === "sent.plan")).toHaveLength(1);
    expect(codes.filter((code) => code === "sent.merged")).toHaveLength(MANY - 2);
    expect(lists()).toHaveLength(2);
    const carrier = await world.message(ids[150] ?? "");
    const listed = carrier.content?.items?.map(({ messageId }) => messageId) ?? [];
    expect(listed[0]).toBe(ids[150]);
    expect(listed.toSorted()).toEqual(ids.toSorted());
    const [, list] = lists();
    expect(list?.subject).toBe(`${MANY - 1} things wait for you`);
    // Each leads to its own page or has its own buttons; the list has a page too.
    const links = list?.text.match(/https:\/\/follow\.example\.com\/[av]\/[\w-]+/g);
    expect(new Set(links).size).toBe(MANY);
  });

  test("what is due at one moment leaves as one list at once", async () => {
    const { world, deliver } = await withBen();
    const ids = [await matter(world), await matter(world), await matter(world)];
    await deliver();
    expect(await codesOf(world, ids)).toEqual(["sent.plan", "sent.merged", "sent.merged"]);
    expect(lists()).toHaveLength(1);
  });

  test("under a test clock what a case has to say at one moment leaves in one round, however much else is due", async () => {
    const world = await testWorld(it.db(), "sandbox");
    await world.addPerson("Ben", "ben@example.com");
    const now = Date.now();
    const caseId = await world.addCase();
    const due = { ...escalation, personId: "Ben", testClock: true, deliverAt: new Date(now) };
    const ids: string[] = [];
    for (const step of ["s1", "s2", "s3"])
      ids.push(await world.addMessage(caseId, { ...due, step }));
    const clock = { kind: "test" as const, workspaceId: world.workspaceId, now };
    await it.start().deliver({ clock, limit: 2 });
    expect(await codesOf(world, ids)).toEqual(["sent.merged", "sent.merged", "sent.plan"]);
  });

  test("what comes just when the list leaves is in it, and does not hold it up", async () => {
    const { world, deliver } = await withBen();
    await matter(world);
    await deliver();
    const held = [await matter(world), await matter(world)];
    await deliver();
    await later(world, 5);
    const late = await matter(world, { priority: "urgent" });
    await deliver();
    expect(await codesOf(world, [late, ...held])).toEqual([
      "sent.plan",
      "sent.merged",
      "sent.merged",
    ]);
    expect(lists()).toHaveLength(2);
  });

  test("without a gap in the settings each leaves by itself", async () => {
    const { world, deliver } = await withBen(0);
    const ids = [await matter(world), await matter(world)];
    await deliver();
    expect(await codesOf(world, ids)).toEqual(["sent.plan", "sent.plan"]);
  });

  test("a channel waits for itself only, an inbox never, and the person's own messages are none of it", async () => {
    const { world, deliver } = await withBen();
    await matter(world);
    await deliver();
    const own = await matter(world, {}, { request: { audience: "person" } });
    const inApp = await matter(world, {}, { channel: "in_app" });
    const email = await matter(world);
    await deliver();
    expect((await world.message(own)).code).toBe("sent.plan");
    expect((await world.message(inApp)).code).not.toBe("held.helper");
    expect((await world.message(email)).code).toBe("held.helper");
  });

  test("many workers at once send one message, and then one list of all that is left", async () => {
    const { world } = await withBen();
    const ids: string[] = [];
    for (let n = 0; n < 40; n++) ids.push(await matter(world));
    const workers = Array.from({ length: 4 }, () => it.start());
    const rounds = async (isDone: (codes: (string | null)[]) => boolean) => {
      for (let round = 0; round < 60; round++) {
        await Promise.all(workers.map(({ deliver }) => deliver({ limit: 5 })));
        if (isDone(await codesOf(world, ids))) return;
        await it.db().execute(sql`
          update messages set deliver_at = now()
           where workspace_id = ${world.workspaceId} and status = 'planned'`);
      }
    };
    await rounds((codes) => codes.every((code) => code !== null));
    expect(lists()).toHaveLength(1);
    await later(world, 6);
    await rounds((codes) => codes.every((code) => code?.startsWith("sent.")));
    expect(lists()).toHaveLength(2);
    const listed = (await Promise.all(ids.map(world.message))).flatMap(
      ({ id, carrierId, content }) =>
        carrierId === null || content?.items === undefined || carrierId !== id
          ? []
          : content.items.map(({ messageId }) => messageId),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("a message to a helper that waits", () => {
  test("ends unsent when somebody takes the case on, or closes it", async () => {
    const { world, deliver } = await withBen();
    await matter(world);
    await deliver();
    const [taken, closed, open] = [await matter(world), await matter(world), await matter(world)];
    await deliver();
    await setCase(world, taken, { acknowledgedAt: sql`now()` as never, acknowledgedBy: "Cleo" });
    await close(world, closed);
    await later(world, 6);
    await setCase(world, taken, { acknowledgedAt: sql`now()` as never });
    await deliver();
    expect(await codesOf(world, [taken, closed, open])).toEqual([
      "skip.acknowledged",
      "skip.case_closed",
      "sent.plan",
    ]);
  });
});

describe("the notes that cases are over", () => {
  const noteOf = async (world: World, messageId: string) => {
    const { caseId } = await world.message(messageId);
    return world.addMessage(caseId, { personId: "Ben", ...ending });
  };

  test("go to whoever stood in a list, and to nobody whose message never left", async () => {
    const { world, deliver } = await withBen();
    const alone = await matter(world);
    await deliver();
    const listed = [await matter(world), await matter(world)];
    await deliver();
    await later(world, 6);
    await deliver();
    const never = await matter(world);
    await deliver();
    expect(await codesOf(world, [...listed, never])).toEqual([
      "sent.plan",
      "sent.merged",
      "held.helper",
    ]);
    const all = [alone, ...listed, never];
    for (const id of all) await close(world, id);
    const notes = [];
    for (const id of all) notes.push(await noteOf(world, id));
    await it.dueNow(world.workspaceId);
    await deliver();
    expect((await world.message(never)).code).toBe("skip.case_closed");
    expect((await codesOf(world, notes)).toSorted()).toEqual(
      [...["sent.merged", "sent.merged", "sent.plan"], "skip.not_told"].toSorted(),
    );
    expect(lists().at(-1)?.subject).toBe("3 messages for you");
  });

  test("go to whoever was told before, not after: what other cases have to say at that moment changes nothing", async () => {
    const { world, deliver } = await withBen();
    await world.addPerson("Cleo", "cleo@example.com");
    const caseId = await world.addCase();
    const note = await world.addMessage(caseId, { personId: "Ben", ...ending });
    const message = { personId: "Ben", channel: "in_app" as const, ...escalation };
    const inbox = await world.addMessage(caseId, message);
    const urgent = await matter(world, { priority: "urgent" }, { personId: "Cleo" });
    await deliver();
    expect(await codesOf(world, [note, inbox, urgent])).toEqual([
      "skip.not_told",
      "sent.plan",
      "sent.plan",
    ]);
  });

  test("hold up no escalation", async () => {
    const { world, deliver } = await withBen();
    const old = await matter(world);
    await deliver();
    await later(world, 60);
    await close(world, old);
    const note = await noteOf(world, old);
    await deliver();
    expect((await world.message(note)).code).toBe("sent.plan");
    const fresh = await matter(world);
    await deliver();
    expect((await world.message(fresh)).code).toBe("sent.plan");
  });
});

test("cases that close while their messages are made: what left is told of the end, and nothing else leaves", async () => {
  const { world } = await withBen();
  await world.addPerson("Cleo", "cleo@example.com");
  await world.addPerson("Dan", "dan@example.com");
  const helpers = ["Ben", "Cleo", "Dan"];
  const rows: { personId: string; caseId: string; id: string; note: string }[] = [];
  for (let n = 0; n < 12; n++) {
    const caseId = await world.addCase();
    for (const personId of helpers) {
      const id = await world.addMessage(caseId, { personId, ...escalation });
      rows.push({ personId, caseId, id, note: "" });
    }
  }
  const workers = Array.from({ length: 3 }, () => it.start());
  const inOneGo = (values: typeof rows) =>
    it.db().transaction(async (tx) => {
      const [{ caseId } = { caseId: "" }] = values;
      await tx
        .update(tables.cases)
        .set({ status: "resolved", outcome: "resolved", closedAt: sql`now()` })
        .where(eq(tables.cases.id, caseId));
    });
  const byCase = [...Map.groupBy(rows, ({ caseId }) => caseId).values()];
  const working = workers.map(async ({ deliver }) => {
    for (let round = 0; round < 15; round++) await deliver({ limit: 3 });
  });
  for (const ofCase of byCase) await inOneGo(ofCase);
  await Promise.all(working);
  for (const row of rows) {
    row.note = await world.addMessage(row.caseId, { personId: row.personId, ...ending });
  }
  const [worker] = workers;
  for (let round = 0; round < 4; round++) {
    await worker?.deliver();
    await later(world, 6);
    await it.db().execute(sql`
      update messages set deliver_at = now()
       where workspace_id = ${world.workspaceId} and status in ('planned', 'held')`);
  }
  for (const { id, note } of rows) {
    const [message, closing] = [await world.message(id), await world.message(note)];
    const isTold = message.status === "sent";
    expect(isTold || message.code === "skip.case_closed").toBe(true);
    expect(closing.status).toBe(isTold ? "sent" : "not_sent");
    if (!isTold) expect(closing.code).toBe("skip.not_told");
  }
});
