import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY_MS, toRfc3339 } from "@/core/time";
import * as tables from "@/db/schema";
import { anaTest, NO_COUNTS, START } from "./testing";

const { call, get, one, post, world } = anaTest();

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
    expect(answer).toMatchObject({ counts: { ...NO_COUNTS, ...counts }, items: [{ id, ...item }] });
    expect(answer.revision).toBeGreaterThan(before);
    before = answer.revision;
    expect(await post(path, { ids: [id] })).toEqual(answer);
  }
});

test("all is about what is shown and was there", async () => {
  await world().open("ana", "ana", "ben");
  const { revision } = await get("/counts");
  await world().open("ana");
  const answer = await post("/read", { all: true, upTo: revision });
  expect(answer.items).toHaveLength(2);
  expect(answer.counts).toMatchObject({ all: 3, unread: 1 });
});

test("reading is a human's open for those who agreed, and otherwise only known to the inbox", async () => {
  const { id } = await one();
  const message = async () => {
    const [row] = await world()
      .ctx.db.select()
      .from(tables.messages)
      .where(eq(tables.messages.id, id));
    return row;
  };
  await post("/read", { ids: [id] });
  expect(await message()).toMatchObject({ openedAt: null, readAt: new Date(START) });
  await world().ctx.db.execute(sql`update people set tracking_consent = true
    where workspace_id = ${world().workspaceId}`);
  await post("/read", { ids: [id] });
  expect(await message()).toMatchObject({ openedAt: new Date(START), openedBy: "human" });
});

test("put off, an item is out of sight until its moment, and comes back unread", async () => {
  const { id } = await one();
  await post("/read", { ids: [id] });
  const until = toRfc3339(START + DAY_MS);
  const put = await post("/snooze", { ids: [id], until });
  expect(put).toMatchObject({
    counts: { ...NO_COUNTS, snoozed: 1 },
    items: [{ snoozedUntil: until }],
  });
  await world().goTo(START + DAY_MS - 1000);
  expect((await get("/counts")).revision).toBe(put.revision);
  await world().goTo(START + DAY_MS);
  const back = await get(`/changes?since=${put.revision}`);
  expect(back.counts).toEqual({ ...NO_COUNTS, all: 1, unseen: 1, unread: 1, todo: 1 });
  expect(back.items).toMatchObject([
    { snoozedUntil: null, snoozedAt: toRfc3339(START), readAt: null },
  ]);
  expect(await call("POST", "/snooze", { ids: [id], until })).toMatchObject({
    status: 422,
    json: { errors: [{ path: "until" }] },
  });
  await post("/snooze", { ids: [id], until: toRfc3339(START + 3 * DAY_MS) });
  expect(await post("/unsnooze", { ids: [id] })).toMatchObject({
    items: [{ snoozedUntil: null, snoozedAt: null }],
  });
});

test("of somebody else's items answer as those of unknown ones, and change nothing", async () => {
  await world().open("ben");
  const ben = await world().tokenOf("ben");
  const [theirs] = await world().items(ben);
  const unknown = crypto.randomUUID();
  for (const path of ["/seen", "/read", "/archive", "/unsnooze"]) {
    expect(await post(path, { ids: [theirs?.id] })).toEqual(await post(path, { ids: [unknown] }));
  }
  for (const path of [`/actions/${theirs?.id}`, `/actions/${unknown}`]) {
    const { status, json } = await call("POST", path, { action: "paid" });
    expect({ status, detail: json.detail }).toEqual({
      status: 404,
      detail: "There is no such item in this inbox.",
    });
  }
  expect(await world().items(ben)).toEqual([theirs]);
});
