import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { InboxAnswer } from "@/core/contracts/inbox";
import { inTransaction } from "@/db/client";
import { moveDue } from "../cases/verbs";
import { erasePerson } from "../people/erase-person";
import { type House, testHouse } from "../testing/house";
import { streamOf } from "./stream";
import { type InboxWorld, inboxWorld } from "./testing";

let house: House;
let world: InboxWorld;
let leave: AbortController;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  world = await inboxWorld(house);
  leave = new AbortController();
  return async () => {
    leave.abort();
    await world.hub.close();
  };
});

const asked = (lastId?: number) =>
  new Request("http://followthrough.test/api/inbox/stream", {
    headers: lastId === undefined ? {} : { "last-event-id": String(lastId) },
    signal: leave.signal,
  });

async function open(personId: string, lastId?: number, leftMs = 600_000) {
  const { workspaceId } = world;
  const request = asked(lastId);
  const response = await streamOf(world.hub, { workspaceId, personId, leftMs }, request);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = "";
  const next = async (): Promise<InboxAnswer | null> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        const [, id, data] = /^event: change\nid: (\d+)\ndata: (.+)$/.exec(event) ?? [];
        if (data === undefined) continue;
        const answer = JSON.parse(data) as InboxAnswer;
        expect(answer.revision).toBe(Number(id));
        return answer;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += new TextDecoder().decode(value);
    }
  };
  return { next };
}

test("begins with the counts, and tells every change with its items", async () => {
  await world.open("ana");
  const stream = await open("ana");
  expect(await stream.next()).toMatchObject({ counts: { all: 1, todo: 1 }, items: [] });
  const [caseId = ""] = await world.open("ana");
  const arrived = await stream.next();
  expect(arrived).toMatchObject({ counts: { all: 2 }, items: [{ thread: caseId, readAt: null }] });
  const dueAt = "2027-04-01T12:00:00Z";
  await moveDue(world.ctx, world.who, caseId, { dueAt });
  expect(await stream.next()).toMatchObject({
    items: [{ thread: caseId, dueAt: "2027-04-01T12:00:00.000Z" }],
  });
  const token = await world.tokenOf("ana");
  const id = arrived?.items[0]?.id;
  await world.call(token, "POST", "/read", { ids: [id] });
  expect(await stream.next()).toMatchObject({ counts: { unread: 1 }, items: [{ id }] });
});

test("goes on from a revision with what changed since, whoever else looks", async () => {
  await world.open("ana");
  const first = await (await open("ana")).next();
  await world.open("ana");
  const others = await open("ana");
  await others.next();
  const stream = await open("ana", first?.revision);
  expect((await stream.next())?.items).toHaveLength(1);
  const whole = await open("ana", 0);
  expect((await whole.next())?.items).toHaveLength(2);
  await world.open("ana");
  for (const one of [others, stream, whole]) expect((await one.next())?.items).toHaveLength(1);
  const ahead = await open("ana", 1_000);
  expect(await ahead.next()).toMatchObject({ reset: true, counts: { all: 3 } });
});

test("whoever comes while the inbox is read for somebody else gets what they do not know", async () => {
  await world.open("ana");
  const { db } = world.ctx;
  const waiting = async () =>
    (
      await db.execute(sql`
        select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%removedRevision%'`)
    ).length;
  const [others, stream] = await inTransaction(db, async (tx) => {
    await tx.execute(sql`lock table inboxes in access exclusive mode`);
    const first = await open("ana");
    await expect.poll(waiting, { interval: 5, timeout: 20_000 }).toBe(1);
    return [first, await open("ana", 0)];
  });
  expect(await others.next()).toMatchObject({ counts: { all: 1 }, items: [] });
  expect((await stream.next())?.items).toHaveLength(1);
});

test("what changed while the listening connection was away is told when it is back", async () => {
  const stream = await open("ana");
  expect(await stream.next()).toMatchObject({ revision: 0 });
  await world.ctx.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`);
  await world.open("ana");
  expect(await stream.next()).toMatchObject({ counts: { all: 1 } });
  await world.open("ana");
  expect(await stream.next()).toMatchObject({ counts: { all: 2 }, items: [{}] });
});

test("of many people who are told at once each hears of their own", async () => {
  const people = Array.from({ length: 300 }, (_, i) => `p${i}`);
  for (const id of people) await world.addPerson(id);
  const streams = await Promise.all(people.map((id) => open(id)));
  for (const stream of streams) expect(await stream.next()).toMatchObject({ revision: 0 });
  await world.open(...people);
  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({
      counts: { all: 1 },
      items: [{ title: "Please pay" }],
    });
  }
});

test("ends when its token does, and when the person is erased", async () => {
  const short = await open("ana", undefined, 0);
  while ((await short.next()) !== null);
  await world.open("ana");
  const stream = await open("ana");
  await stream.next();
  await erasePerson(world.ctx, world.who, "ana");
  expect(await stream.next()).toBeNull();
  expect(world.hub.count()).toBe(0);
});

test("has its limits, of one person and of all", async () => {
  const reader = { workspaceId: world.workspaceId, personId: "ana", leftMs: 60_000 };
  const limits = { person: 1, all: 2 };
  await streamOf(world.hub, reader, asked(), limits);
  await expect(streamOf(world.hub, reader, asked(), limits)).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterS: 30,
  });
  await streamOf(world.hub, { ...reader, personId: "ben" }, asked(), limits);
  await expect(
    streamOf(world.hub, { ...reader, personId: "dana" }, asked(), limits),
  ).rejects.toMatchObject({ code: "unavailable", retryAfterS: 30 });
  leave.abort();
  expect(world.hub.count()).toBe(0);
});
