import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, toRfc3339 } from "@/core/time";
import * as tables from "@/db/schema";
import { acknowledgeCase, cancelCase, moveDue, reopenCase, resolveCase } from "../cases/verbs";
import { erasePerson } from "../people/erase-person";
import { exportPerson } from "../people/export-person";
import { savePeople } from "../people/save-people";
import { savePeopleBatch } from "../people/save-people-batch";
import { applyRetention } from "../workspaces/apply-retention";
import { saveSettings } from "../workspaces/save-settings";
import { anaTest, NO_COUNTS, START } from "./testing";

const { call, get, items, one, post, signIn, world } = anaTest();

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
      ...NO_COUNTS,
      all: 1,
      unseen: 1,
      unread: 1,
      todo: 1,
    });
  });

  test("is in what is exported of its person, and gone with them", async () => {
    const { id } = await one();
    const { ctx, who, workspaceId } = world();
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
    await cancelCase(world().ctx, world().who, caseId, { reason: "no" });
    await world().goTo(START + 40 * DAY_MS);
    await world().open("ana");
    const { revision, counts } = await get("/counts");
    expect(counts.all).toBe(2);
    await saveSettings(world().ctx, world().who, { retention: { messageContentDays: 30 } });
    await applyRetention(world().ctx);
    const after = await get(`/changes?since=${revision}`);
    expect(after).toMatchObject({ reset: true, counts: { all: 1 } });
    expect(after.revision).toBeGreaterThan(revision);
    expect((await items()).map((item) => item.id)).not.toContain(id);
    expect(await get(`/changes?since=${after.revision}`)).toMatchObject({ reset: false });
  });

  test("of somebody who was erased does not come back with who has their id next", async () => {
    await one();
    await erasePerson(world().ctx, world().who, "ana");
    await savePeopleBatch(world().ctx, world().who, [{ id: "ana", name: "Another Ana" }] as never);
    expect((await call("GET", "/counts")).status).toBe(401);
    await signIn();
    expect(await get("/items")).toMatchObject({ counts: NO_COUNTS, items: [] });
    const { item } = await one();
    expect(await items()).toEqual([item]);
  });

  test("follows its case: due, closed, open again, and gone on", async () => {
    const { caseId, item } = await one();
    const due = toRfc3339(START + 2 * DAY_MS);
    await moveDue(world().ctx, world().who, caseId, { dueAt: due });
    const moved = await get(`/changes?since=${item.revision}`);
    expect(moved.items).toMatchObject([{ id: item.id, dueAt: due }]);
    await resolveCase(world().ctx, world().who, caseId, {});
    const closed = await get(`/changes?since=${moved.revision}`);
    expect(closed.items.find(({ id }) => id === item.id)).toMatchObject({
      todo: false,
      dueAt: null,
      done: { kind: "closed", by: null, at: toRfc3339(START) },
      actions: [{ id: "open" }],
    });
    expect(closed.counts.todo).toBe(0);
    await reopenCase(world().ctx, world().who, caseId, {});
    const again = await get(`/changes?since=${closed.revision}`);
    expect(again.items.find(({ id }) => id === item.id)).toMatchObject({ todo: true, done: null });
  });

  test("of an escalation says who took it on, and to the level before that it went on", async () => {
    const [caseId = ""] = await world().open("ana");
    await world().goTo(START + 20 * DAY_MS + HOUR_MS);
    const ben = await world().tokenOf("ben");
    expect(await world().items(ben)).toMatchObject([{ title: "Help", todo: true, done: null }]);
    await world().goTo(START + 20 * DAY_MS + 5 * HOUR_MS);
    expect(await world().items(ben)).toMatchObject([
      { todo: false, actions: [], done: { kind: "escalated", by: null } },
    ]);
    const by = { kind: "person" as const, id: "ben", name: "ben Miller" };
    await acknowledgeCase(world().ctx, { ...world().who, actor: by }, caseId, {});
    const dana = await world().tokenOf("dana");
    expect(await world().items(dana)).toMatchObject([
      { todo: false, done: { kind: "acknowledged", by: { name: "ben Miller", isYou: false } } },
    ]);
    expect(await world().items(ben)).toMatchObject([
      { done: { kind: "acknowledged", by: { isYou: true } } },
    ]);
    await cancelCase(world().ctx, world().who, caseId, { reason: "no" });
    expect(await world().items(dana)).toMatchObject([{ done: { kind: "closed" } }]);
  });
});

describe("lists", () => {
  test("come newest first, page by page, by view", async () => {
    for (let i = 0; i < 3; i++) {
      await world().goTo(START + i * 1000);
      await world().open("ana");
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
    await world().open(...Array.from({ length: 201 }, () => "ana"));
    expect(await get("/changes?since=0")).toMatchObject({ reset: true, items: [] });
    const { revision } = await get("/counts");
    expect(await get(`/changes?since=${revision}`)).toMatchObject({ reset: false, items: [] });
    expect(await get(`/changes?since=${revision + 1}`)).toMatchObject({ reset: true });
    await erasePerson(world().ctx, world().who, "ana");
    await savePeople(world().ctx, world().who, [{ id: "ana", name: "Ana" }] as never);
    await signIn();
    const after = await get(`/changes?since=${revision}`);
    expect(after).toMatchObject({ reset: true, counts: NO_COUNTS });
    expect(after.revision).toBeGreaterThan(revision);
  });
});
