import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { InboxPreferences } from "@/core/contracts/inbox";
import { codeSentence } from "@/core/sentence/decision-sentence";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import * as tables from "@/db/schema";
import { acknowledgeCase, cancelCase, moveDue, reopenCase, resolveCase } from "../cases/verbs";
import { erasePerson } from "../people/erase-person";
import { exportPerson } from "../people/export-person";
import { savePeople } from "../people/save-people";
import { savePeopleBatch } from "../people/save-people-batch";
import { type House, testHouse } from "../testing/house";
import { applyRetention } from "../workspaces/apply-retention";
import { saveSettings } from "../workspaces/save-settings";
import { type InboxWorld, inboxWorld, START } from "./testing";

let house: House;
let world: InboxWorld;
let ana: string;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  world = await inboxWorld(house);
  ana = await world.tokenOf("ana");
});

const get = async (path: string) => (await world.call(ana, "GET", path)).json;
const post = async (path: string, body: unknown) =>
  (await world.call(ana, "POST", path, body)).json;
const COUNTS = { all: 0, unseen: 0, unread: 0, todo: 0, snoozed: 0, archived: 0 };

async function one() {
  const [caseId = ""] = await world.open("ana");
  const [item] = await world.items(ana);
  if (!item) throw new Error("There is no item");
  return { caseId, item, id: item.id };
}

describe("an item", () => {
  test("comes with its message, unseen and unread, with its words as data", async () => {
    const { caseId, item } = await one();
    expect(item).toMatchObject({
      thread: caseId,
      title: "Please pay",
      body: [
        {
          kind: "paragraph",
          spans: [
            { text: "This is " },
            { text: "due", bold: true },
            { text: ": " },
            { text: "the invoice", href: "https://shop.example.com/i/1" },
            { text: "." },
          ],
        },
      ],
      topic: { key: "billing", name: "billing" },
      todo: true,
      done: null,
      arrivedAt: toRfc3339(START),
      dueAt: toRfc3339(START + 14 * DAY_MS),
      seenAt: null,
      readAt: null,
    });
    expect(item.actions.map(({ id }) => id)).toEqual(["paid", "when", "tell", "later", "open"]);
    expect(item.whyUrl).toMatch(/^http:\/\/followthrough\.test\/p\/[\w-]+\?m=[0-9a-f-]{36}$/);
    expect((await get("/counts")).counts).toEqual({
      ...COUNTS,
      all: 1,
      unseen: 1,
      unread: 1,
      todo: 1,
    });
  });

  test("is in what is exported of its person, and gone with them", async () => {
    const { id } = await one();
    const { ctx, who, workspaceId } = world;
    const reader = { locale: "en", zone: "UTC" };
    const kept = await exportPerson(ctx, workspaceId, "ana", reader);
    expect(kept?.inbox).toMatchObject([{ messageId: id, readAt: null }]);
    await erasePerson(ctx, who, "ana");
    const left = await ctx.db
      .select()
      .from(tables.inboxItems)
      .where(eq(tables.inboxItems.messageId, id));
    expect(left).toEqual([]);
  });

  test("is gone when its words are, and whoever keeps a copy is told to begin anew", async () => {
    const { caseId, id } = await one();
    await cancelCase(world.ctx, world.who, caseId, { reason: "no" });
    await world.goTo(START + 40 * DAY_MS);
    await world.open("ana");
    const { revision, counts } = await get("/counts");
    expect(counts.all).toBe(2);
    await saveSettings(world.ctx, world.who, { retention: { messageContentDays: 30 } });
    await applyRetention(world.ctx);
    const after = await get(`/changes?since=${revision}`);
    expect(after).toMatchObject({ reset: true, counts: { all: 1 } });
    expect(after.revision).toBeGreaterThan(revision);
    expect((await world.items(ana)).map((item) => item.id)).not.toContain(id);
    expect(await get(`/changes?since=${after.revision}`)).toMatchObject({ reset: false });
  });

  test("of somebody who was erased does not come back with who has their id next", async () => {
    await one();
    await erasePerson(world.ctx, world.who, "ana");
    await savePeopleBatch(world.ctx, world.who, [{ id: "ana", name: "Another Ana" }] as never);
    expect((await world.call(ana, "GET", "/counts")).status).toBe(401);
    ana = await world.tokenOf("ana");
    expect(await get("/items")).toMatchObject({ counts: COUNTS, items: [] });
    const { item } = await one();
    expect(await world.items(ana)).toEqual([item]);
  });

  test("follows its case: due, closed, open again, and gone on", async () => {
    const { caseId, item } = await one();
    const due = toRfc3339(START + 2 * DAY_MS);
    await moveDue(world.ctx, world.who, caseId, { dueAt: due });
    const moved = await get(`/changes?since=${item.revision}`);
    expect(moved.items).toMatchObject([{ id: item.id, dueAt: due }]);
    await resolveCase(world.ctx, world.who, caseId, {});
    const closed = await get(`/changes?since=${moved.revision}`);
    expect(closed.items.find(({ id }) => id === item.id)).toMatchObject({
      todo: false,
      dueAt: null,
      done: { kind: "closed", by: null, at: toRfc3339(START) },
      actions: [{ id: "open" }],
    });
    expect(closed.counts.todo).toBe(0);
    await reopenCase(world.ctx, world.who, caseId, {});
    const again = await get(`/changes?since=${closed.revision}`);
    expect(again.items.find(({ id }) => id === item.id)).toMatchObject({ todo: true, done: null });
  });

  test("of an escalation says who took it on, and to the level before that it went on", async () => {
    const [caseId = ""] = await world.open("ana");
    await world.goTo(START + 20 * DAY_MS + HOUR_MS);
    const ben = await world.tokenOf("ben");
    expect(await world.items(ben)).toMatchObject([{ title: "Help", todo: true, done: null }]);
    await world.goTo(START + 20 * DAY_MS + 5 * HOUR_MS);
    expect(await world.items(ben)).toMatchObject([
      { todo: false, actions: [], done: { kind: "escalated", by: null } },
    ]);
    const by = { kind: "person" as const, id: "ben", name: "ben Miller" };
    await acknowledgeCase(world.ctx, { ...world.who, actor: by }, caseId, {});
    const dana = await world.tokenOf("dana");
    expect(await world.items(dana)).toMatchObject([
      { todo: false, done: { kind: "acknowledged", by: { name: "ben Miller", isYou: false } } },
    ]);
    expect(await world.items(ben)).toMatchObject([
      { done: { kind: "acknowledged", by: { isYou: true } } },
    ]);
    await cancelCase(world.ctx, world.who, caseId, { reason: "no" });
    expect(await world.items(dana)).toMatchObject([{ done: { kind: "closed" } }]);
  });
});

describe("marks", () => {
  test("each is in the answer, in the counts and in the lists, and a second time changes nothing", async () => {
    const { id } = await one();
    const steps: [string, object, object][] = [
      ["/seen", { all: 1, unread: 1, todo: 1 }, {}],
      ["/read", { all: 1, todo: 1 }, {}],
      ["/unread", { all: 1, unread: 1, todo: 1 }, { readAt: null }],
      ["/archive", { archived: 1 }, {}],
      ["/unarchive", { all: 1, unread: 1, todo: 1 }, { archivedAt: null }],
    ];
    let before = 0;
    for (const [path, counts, item] of steps) {
      const answer = await post(path, { ids: [id] });
      expect(answer).toMatchObject({ counts: { ...COUNTS, ...counts }, items: [{ id, ...item }] });
      expect(answer.revision).toBeGreaterThan(before);
      before = answer.revision;
      expect(await post(path, { ids: [id] })).toEqual(answer);
    }
  });

  test("all is about what is shown and was there", async () => {
    await world.open("ana", "ana", "ben");
    const { revision } = await get("/counts");
    await world.open("ana");
    const answer = await post("/read", { all: true, upTo: revision });
    expect(answer.items).toHaveLength(2);
    expect(answer.counts).toMatchObject({ all: 3, unread: 1 });
  });

  test("reading is a human's open for those who agreed, and otherwise only known to the inbox", async () => {
    const { id } = await one();
    const message = async () => {
      const [row] = await world.ctx.db
        .select()
        .from(tables.messages)
        .where(eq(tables.messages.id, id));
      return row;
    };
    await post("/read", { ids: [id] });
    expect(await message()).toMatchObject({ openedAt: null, readAt: new Date(START) });
    await world.ctx.db.execute(sql`update people set tracking_consent = true
      where workspace_id = ${world.workspaceId}`);
    await post("/read", { ids: [id] });
    expect(await message()).toMatchObject({ openedAt: new Date(START), openedBy: "human" });
  });

  test("put off, an item is out of sight until its moment, and comes back unread", async () => {
    const { id } = await one();
    await post("/read", { ids: [id] });
    const until = toRfc3339(START + DAY_MS);
    const put = await post("/snooze", { ids: [id], until });
    expect(put).toMatchObject({
      counts: { ...COUNTS, snoozed: 1 },
      items: [{ snoozedUntil: until }],
    });
    await world.goTo(START + DAY_MS - 1000);
    expect((await get("/counts")).revision).toBe(put.revision);
    await world.goTo(START + DAY_MS);
    const back = await get(`/changes?since=${put.revision}`);
    expect(back.counts).toEqual({ ...COUNTS, all: 1, unseen: 1, unread: 1, todo: 1 });
    expect(back.items).toMatchObject([
      { snoozedUntil: null, snoozedAt: toRfc3339(START), readAt: null },
    ]);
    expect(await world.call(ana, "POST", "/snooze", { ids: [id], until })).toMatchObject({
      status: 422,
      json: { errors: [{ path: "until" }] },
    });
    await post("/snooze", { ids: [id], until: toRfc3339(START + 3 * DAY_MS) });
    expect(await post("/unsnooze", { ids: [id] })).toMatchObject({
      items: [{ snoozedUntil: null, snoozedAt: null }],
    });
  });

  test("of somebody else's items answer as those of unknown ones, and change nothing", async () => {
    await world.open("ben");
    const ben = await world.tokenOf("ben");
    const [theirs] = await world.items(ben);
    const unknown = crypto.randomUUID();
    for (const path of ["/seen", "/read", "/archive", "/unsnooze"]) {
      expect(await post(path, { ids: [theirs?.id] })).toEqual(await post(path, { ids: [unknown] }));
    }
    for (const path of [`/actions/${theirs?.id}`, `/actions/${unknown}`]) {
      const { status, json } = await world.call(ana, "POST", path, { action: "paid" });
      expect({ status, detail: json.detail }).toEqual({
        status: 404,
        detail: "There is no such item in this inbox.",
      });
    }
    expect(await world.items(ben)).toEqual([theirs]);
  });
});

describe("lists", () => {
  test("come newest first, page by page, by view", async () => {
    for (let i = 0; i < 3; i++) {
      await world.goTo(START + i * 1000);
      await world.open("ana");
    }
    const first = await get("/items?limit=2");
    const second = await get(`/items?limit=2&cursor=${first.nextCursor}`);
    const arrived = [...first.items, ...second.items].map(({ arrivedAt }) => arrivedAt);
    expect(arrived).toEqual([2, 1, 0].map((i) => toRfc3339(START + i * 1000)));
    expect(second.nextCursor).toBeNull();
    await post("/archive", { ids: [first.items[0]?.id] });
    expect((await get("/items?view=archived")).items).toHaveLength(1);
    expect((await get("/items?view=todo")).items).toHaveLength(2);
    expect((await get("/items?view=snoozed")).items).toHaveLength(0);
  });

  test("of more than two hundred changes an answer says to begin anew, as after items were taken away", async () => {
    await world.open(...Array.from({ length: 201 }, () => "ana"));
    expect(await get("/changes?since=0")).toMatchObject({ reset: true, items: [] });
    const { revision } = await get("/counts");
    expect(await get(`/changes?since=${revision}`)).toMatchObject({ reset: false, items: [] });
    expect(await get(`/changes?since=${revision + 1}`)).toMatchObject({ reset: true });
    await erasePerson(world.ctx, world.who, "ana");
    await savePeople(world.ctx, world.who, [{ id: "ana", name: "Ana" }] as never);
    ana = await world.tokenOf("ana");
    const after = await get(`/changes?since=${revision}`);
    expect(after).toMatchObject({ reset: true, counts: COUNTS });
    expect(after.revision).toBeGreaterThan(revision);
  });
});

describe("a press", () => {
  test("closes the case, is one press however often it is sent, and reads the item", async () => {
    const { id } = await one();
    const done = await post(`/actions/${id}`, { action: "paid" });
    expect(done).toMatchObject({ result: "done", counts: { todo: 0 } });
    expect(done.items).toMatchObject([
      {
        todo: false,
        done: {
          kind: "answered",
          action: "I have paid",
          by: { isYou: true },
          at: toRfc3339(START),
        },
        actions: [{ id: "open" }],
      },
    ]);
    expect(await post(`/actions/${id}`, { action: "paid" })).toMatchObject({ result: "done" });
    const presses = await world.ctx.db
      .select()
      .from(tables.messageEvents)
      .where(eq(tables.messageEvents.messageId, id));
    expect(presses).toHaveLength(1);
  });

  test("asks for what its button needs, and says which field lacks", async () => {
    const { id } = await one();
    const wrong: [object, string][] = [
      [{ action: "none" }, "action"],
      [{ action: "when" }, "choice"],
      [{ action: "when", choice: "Never" }, "choice"],
      [{ action: "tell" }, "text"],
      [{ action: "later" }, "until"],
      [{ action: "later", until: toRfc3339(START - 1) }, "until"],
      [{ action: "paid", more: 1 }, "more"],
    ];
    for (const [body, path] of wrong) {
      const { status, json } = await world.call(ana, "POST", `/actions/${id}`, body);
      expect({ status, path: json.errors?.[0]?.path }).toEqual({ status: 422, path });
    }
    expect(await post(`/actions/${id}`, { action: "when", choice: "Soon" })).toMatchObject({
      items: [{ todo: false, done: { kind: "answered", action: "When?", choice: "Soon" } }],
    });
    const until = toRfc3339(START + DAY_MS);
    const { id: other } = await one();
    expect(await post(`/actions/${other}`, { action: "later", until })).toMatchObject({
      items: [{ todo: false, done: { kind: "put_off", until } }],
    });
    await world.goTo(START + DAY_MS);
    const back = (await get("/items?view=todo")).items;
    expect(back.map((item) => item.id)).toEqual([other]);
  });

  test("after somebody closed the case says so", async () => {
    const { id, caseId } = await one();
    await resolveCase(world.ctx, world.who, caseId, {});
    expect(await post(`/actions/${id}`, { action: "paid" })).toMatchObject({ result: "already" });
    const { id: other, caseId: canceled } = await one();
    await cancelCase(world.ctx, world.who, canceled, { reason: "no" });
    expect(await post(`/actions/${other}`, { action: "paid" })).toMatchObject({ result: "closed" });
  });
});

describe("taking a press back", () => {
  const SOON = 10_000;
  const undo = (id: string) => world.call(ana, "POST", `/actions/${id}/undo`);
  const endings = async () =>
    world.ctx.db
      .select({ status: tables.messages.status, code: tables.messages.code })
      .from(tables.messages)
      .where(
        and(eq(tables.messages.workspaceId, world.workspaceId), eq(tables.messages.step, "c1")),
      );

  test("opens the case as it stood, sends nothing, and another press counts anew", async () => {
    const { id, item, caseId } = await one();
    const pressed = await post(`/actions/${id}`, { action: "paid" });
    expect(pressed.items[0]?.done?.undoUntil).toBe(toRfc3339(START + SOON));
    expect(await endings()).toEqual([{ status: "planned", code: null }]);
    const { json } = await undo(id);
    expect(json).toMatchObject({ result: "done", counts: { todo: 1 } });
    expect(json.items).toMatchObject([{ todo: true, done: null, actions: item.actions }]);
    expect((await undo(id)).json.items).toEqual(json.items);
    await world.goTo(START + HOUR_MS);
    expect(await endings()).toEqual([{ status: "not_sent", code: "skip.reopened" }]);
    const told = await world.ctx.db.execute<{
      entries: { code: string; params: Record<string, unknown> }[];
    }>(sql`
      select entries from case_decisions where case_id = ${caseId} order by id`);
    const entry = told
      .flatMap(({ entries }) => entries)
      .find(({ code }) => code === "case.reopened");
    expect(codeSentence("case.reopened", entry?.params ?? {}, { locale: "en", zone: "UTC" })).toBe(
      "Open again: ana Miller took the answer back.",
    );
    expect(codeSentence("case.reopened", entry?.params ?? {}, { locale: "de", zone: "UTC" })).toBe(
      "Wieder offen: ana Miller hat die Antwort zurückgenommen.",
    );
    expect(await post(`/actions/${id}`, { action: "paid" })).toMatchObject({
      result: "done",
      items: [{ done: { kind: "answered", at: toRfc3339(START + HOUR_MS) } }],
    });
  });

  test("is not undone by a press that arrives again under its key", async () => {
    const { id } = await one();
    const press = (key: string) =>
      world.call(ana, "POST", `/actions/${id}`, { action: "paid" }, { "idempotency-key": key });
    await press("a");
    await undo(id);
    const again = await press("a");
    expect(again).toMatchObject({
      status: 200,
      json: { result: "done", counts: { todo: 1 }, items: [{ todo: true, done: null }] },
    });
    expect((await press("b")).json).toMatchObject({ counts: { todo: 0 } });
    expect(await press("ä")).toMatchObject({
      status: 422,
      json: { errors: [{ path: "Idempotency-Key" }] },
    });
  });

  test("brings back a snooze of before", async () => {
    const { id } = await one();
    const until = [1, 2].map((days) => toRfc3339(START + days * DAY_MS));
    for (const one of until) await post(`/actions/${id}`, { action: "later", until: one });
    expect((await undo(id)).json.items).toMatchObject([
      { done: { kind: "put_off", until: until[0] } },
    ]);
    const { id: other } = await one();
    await post(`/actions/${other}`, { action: "later", until: until[0] });
    expect((await undo(other)).json.items).toMatchObject([{ todo: true, done: null }]);
  });

  test("is refused when its time is over, when somebody was there since, and when there is nothing", async () => {
    const { id, caseId } = await one();
    expect(await undo(id)).toMatchObject({ status: 409 });
    await post(`/actions/${id}`, { action: "paid" });
    await reopenCase(world.ctx, world.who, caseId, {});
    expect(await undo(id)).toMatchObject({ status: 409 });
    const { id: late } = await one();
    await post(`/actions/${late}`, { action: "paid" });
    await world.goTo(START + SOON + 1000);
    expect(await undo(late)).toMatchObject({ status: 409 });
    expect(await endings()).toContainEqual({ status: "sent", code: "sent.plan" });
  });
});

describe("preferences", () => {
  test("are shown, changed one at a time, and lead to the person's own page", async () => {
    const before = await world.call(ana, "GET", "/preferences");
    const shown = before.json as unknown as InboxPreferences;
    expect(shown).toMatchObject({
      pausedUntil: null,
      topics: [{ key: "billing", required: false }],
    });
    expect(shown.url).toContain("http://followthrough.test/p/");
    const off = { topic: "billing", channel: "in_app", on: false };
    const { json } = await world.call(ana, "PUT", "/preferences", off);
    const [topic] = (json as unknown as InboxPreferences).topics;
    expect(topic?.channels).toContainEqual({ channel: "in_app", on: false, reachable: true });
    const wrong = await world.call(ana, "PUT", "/preferences", { topic: "none", frequency: "off" });
    expect(wrong.status).toBe(422);
  });
});
