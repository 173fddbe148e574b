import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { LiveTopic } from "@/core/live/topics";
import { inTransaction } from "@/db/client";
import { workspaceMembers } from "@/db/schema/operators";
import { type Auth, createAuth } from "../auth/auth";
import { ensureFirstOperator } from "../auth/first-operator";
import { noteCase, type Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { receiveEvent } from "../events/receive-event";
import { newId } from "../new-id";
import { type House, install, newWorkspace, testHouse } from "../testing/house";
import { announce } from "./announce";
import { follow } from "./follow";
import { LiveHub } from "./hub";
import { streamOf } from "./stream";
import { type SeenEvent, StreamReader } from "./testing";

const ADA = { email: "ada@example.com", name: "Ada", password: "correct horse battery" };

const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "only",
      name: "Only",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        { id: "w1", kind: "wait", for: "P1D" },
      ],
    },
  ],
};

let house: House;
let ctx: Ctx;
let auth: Auth;
let cookie: string;
let operatorId: string;
let who: Who;
let hub: LiveHub;
let leave: AbortController;

beforeAll(async () => {
  house = await testHouse();
  ctx = house.ctx;
  auth = createAuth(ctx.db, { appUrl: ctx.config.appUrl, secret: ctx.config.appSecret });
  operatorId = await ensureFirstOperator(ctx.db, ADA);
  const { headers } = await auth.api.signInEmail({ body: ADA, returnHeaders: true });
  cookie = headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(ctx);
  hub = new LiveHub(ctx);
  await hub.start();
  leave = new AbortController();
});
afterEach(async () => {
  leave.abort();
  await hub.close();
});

const join = async (workspaceId = who.workspaceId) => {
  await ctx.db
    .insert(workspaceMembers)
    .values({ workspaceId, operatorId, role: "viewer" })
    .onConflictDoNothing();
  const [row] = await ctx.db.execute<{ slug: string }>(
    sql`select slug from workspaces where id = ${workspaceId}`,
  );
  return row?.slug ?? "";
};

type Asked = { slug: string; topics?: string; lastId?: string; cookie?: string };
type Options = { limits?: { operator: number; all: number }; checkEveryMs?: number };

const ask = ({ slug, topics = "cases", lastId, ...asked }: Asked, options: Options = {}) =>
  follow(
    { ctx, auth, hub, ...options },
    new Request(`http://console.test/api/stream?workspace=${slug}&topics=${topics}`, {
      headers: {
        cookie: asked.cookie ?? cookie,
        ...(lastId !== undefined && { "last-event-id": lastId }),
      },
      signal: leave.signal,
    }),
  );

/** A stream that has had its first answer, which for a new tab is a reset. */
async function opened(asked: Asked, options?: Options): Promise<StreamReader> {
  const reader = new StreamReader((await ask(asked, options)).body);
  expect((await reader.next())?.name).toBe("reset");
  return reader;
}

const change = (id: string, workspaceId = who.workspaceId, topic: LiveTopic = "cases") =>
  inTransaction(ctx.db, async (tx) => announce(tx, workspaceId, topic, { id, rev: 2 }));

const idsOf = (event: SeenEvent | null, topic: LiveTopic = "cases") => {
  const changes = event?.changes[topic];
  return changes === "many" ? changes : changes?.map(({ id }) => id);
};

test("what a transaction changed is told once, after its commit", async () => {
  const reader = await opened({ slug: await join(), topics: "cases,messages" });
  let committed = false;
  const seen = reader.next().then((event) => ({ event, committed }));
  await inTransaction(ctx.db, async (tx) => {
    announce(tx, who.workspaceId, "cases", { id: "a", rev: 2 });
    announce(tx, who.workspaceId, "cases", { id: "a", rev: 3, fields: { status: "resolved" } });
    announce(tx, who.workspaceId, "messages", { id: "m", rev: null });
    await tx.execute(sql`select pg_sleep(0.2)`);
    committed = true;
  });
  const first = await seen;
  expect(first).toMatchObject({ committed: true, event: { name: "changes" } });
  expect(first.event?.changes).toEqual({
    cases: [{ id: "a", rev: 3, fields: { status: "resolved" } }],
    messages: [{ id: "m", rev: null }],
  });
  await change("after");
  expect(idsOf(await reader.next())).toEqual(["after"]);
});

test("what was rolled back is never told, nor by the next transaction on that connection", async () => {
  const reader = await opened({ slug: await join() });
  for (let i = 0; i < 3; i++) {
    const failing = inTransaction(ctx.db, async (tx) => {
      announce(tx, who.workspaceId, "cases", { id: "gone", rev: 2 });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await inTransaction(ctx.db, (tx) => tx.execute(sql`select 1`));
  }
  await change("kept");
  expect(idsOf(await reader.next())).toEqual(["kept"]);
});

test("an event that opens a case tells of the event, the case and its message in one go", async () => {
  await install(ctx, who, "invoices", workflow);
  const reader = await opened({ slug: await join(), topics: "cases,messages,events" });
  const input = { name: "invoice.created", person: { id: "maria" }, data: { id: "1" } };
  const { opened: cases } = await receiveEvent(ctx, who.workspaceId, input);
  const caseId = cases[0]?.caseId ?? "";
  const event = await reader.next();
  expect(event?.changes).toMatchObject({
    cases: [{ id: caseId, rev: 1, isNew: true, fields: { status: "open" } }],
    messages: [{ isNew: true, fields: { status: "planned", caseId } }],
    events: [{ isNew: true }],
  });
  await noteCase(ctx, who, caseId, { text: "called them" });
  const next = await reader.next();
  expect(next?.changes.cases).toEqual([{ id: caseId, rev: 2, fields: { status: "open" } }]);
});

test("a transaction that changed more than fits is told as many", async () => {
  const reader = await opened({ slug: await join(), topics: "cases,messages" });
  await inTransaction(ctx.db, async (tx) => {
    for (let i = 0; i < 500; i++) announce(tx, who.workspaceId, "cases", { id: newId(), rev: i });
    announce(tx, who.workspaceId, "messages", { id: "m", rev: null });
  });
  expect((await reader.next())?.changes).toEqual({
    cases: "many",
    messages: [{ id: "m", rev: null }],
  });
});

test("a stream hears of its own workspace and its own topics only", async () => {
  const other = await newWorkspace(ctx);
  const [ours, theirs] = [await join(), await join(other.workspaceId)];
  const here = await opened({ slug: ours });
  const there = await opened({ slug: theirs });
  await inTransaction(ctx.db, async (tx) => {
    announce(tx, other.workspaceId, "cases", { id: "theirs", rev: 2 });
    announce(tx, who.workspaceId, "messages", { id: "not asked for", rev: null });
    announce(tx, who.workspaceId, "cases", { id: "ours", rev: 2 });
  });
  expect((await here.next())?.changes).toEqual({ cases: [{ id: "ours", rev: 2 }] });
  expect((await there.next())?.changes).toEqual({ cases: [{ id: "theirs", rev: 2 }] });
});

test("a stream that comes back hears what it missed, together and once", async () => {
  const slug = await join();
  const watching = await opened({ slug });
  const leaving = await opened({ slug });
  await change("seen");
  const last = await leaving.next();
  await leaving.close();
  await watching.next();
  await change("missed");
  await watching.next();
  await change("missed too");
  await watching.next();
  const back = new StreamReader((await ask({ slug, lastId: last?.id ?? "" })).body);
  expect(idsOf(await back.next())).toEqual(["missed", "missed too"]);
  await change("new");
  expect(idsOf(await back.next())).toEqual(["new"]);
});

test("an id that is not known here is answered with a reset", async () => {
  const slug = await join();
  for (const lastId of ["nonsense", `${newId()}.0.4`, ""]) {
    const reader = new StreamReader((await ask({ slug, lastId })).body);
    expect((await reader.next())?.name).toBe("reset");
  }
});

test("a page's position misses nothing that is told after it", async () => {
  const slug = await join();
  const lastId = hub.position(who.workspaceId) ?? "";
  await change("between");
  const reader = new StreamReader((await ask({ slug, lastId })).body);
  expect(idsOf(await reader.next())).toEqual(["between"]);
});

test("when the listening connection was lost, every stream is told to fetch anew", async () => {
  const slug = await join();
  const reader = await opened({ slug });
  await change("before");
  const last = await reader.next();
  await ctx.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`);
  expect((await reader.next())?.name).toBe("reset");
  await change("after");
  expect(idsOf(await reader.next())).toEqual(["after"]);
  const back = new StreamReader((await ask({ slug, lastId: last?.id ?? "" })).body);
  expect((await back.next())?.name).toBe("reset");
});

test("a member who is removed hears nothing more: the stream ends", async () => {
  const reader = await opened({ slug: await join() }, { checkEveryMs: 50 });
  await change("still");
  expect(idsOf(await reader.next())).toEqual(["still"]);
  await ctx.db.execute(sql`
    delete from workspace_members where workspace_id = ${who.workspaceId}`);
  expect(await reader.next()).toBeNull();
  expect(hub.count()).toBe(0);
});

test("without a session, a membership or known topics there is no stream", async () => {
  const slug = await join();
  const other = await newWorkspace(ctx);
  const [row] = await ctx.db.execute<{ slug: string }>(
    sql`select slug from workspaces where id = ${other.workspaceId}`,
  );
  expect((await ask({ slug, cookie: "" })).status).toBe(401);
  expect((await ask({ slug: row?.slug ?? "" })).status).toBe(404);
  expect((await ask({ slug, topics: "cases,secrets" })).status).toBe(422);
  expect(hub.count()).toBe(0);
});

test("an operator with too many streams is refused, and so is everybody when the process is full", async () => {
  const slug = await join();
  const first = await opened({ slug });
  const own = await ask({ slug }, { limits: { operator: 1, all: 10 } });
  const all = await ask({ slug }, { limits: { operator: 10, all: 1 } });
  expect([own.status, all.status]).toEqual([429, 503]);
  expect(own.headers.get("retry-after")).toBe("30");
  await first.close();
  expect((await ask({ slug }, { limits: { operator: 1, all: 1 } })).status).toBe(200);
});

test("nothing is left of streams that were canceled, aborted or given up unread", async () => {
  const follower = { ...who, operatorId, topics: ["cases"] as const, lastId: null };
  const mayStay = async () => true;
  const canceled = new AbortController();
  const aborted = new AbortController();
  for (let i = 0; i < 50; i++) {
    const stream = streamOf(hub, { ...follower, request: canceled, mayStay });
    if (i % 2 === 0) await stream.cancel();
    else streamOf(hub, { ...follower, request: aborted, mayStay });
  }
  expect(hub.count(operatorId)).toBe(50);
  aborted.abort();
  expect(hub.count()).toBe(25);
  canceled.abort();
  expect(hub.count()).toBe(0);
  const late = streamOf(hub, { ...follower, request: aborted, mayStay });
  expect(await new StreamReader(late).next()).toBeNull();
});

test("a reader that does not read is let go", async () => {
  const topics = ["cases"] as const;
  const follower = { ...who, operatorId, topics, lastId: null, request: leave };
  streamOf(hub, { ...follower, mayStay: async () => true, unreadBytesMax: 500 });
  const heard = await opened({ slug: await join() });
  for (let i = 0; i < 10; i++) {
    await change(newId());
    await heard.next();
  }
  expect(hub.count()).toBe(1);
});
