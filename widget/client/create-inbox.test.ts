import { afterEach, beforeEach, expect, test } from "vitest";
import { createInbox } from "./create-inbox";
import type { Inbox, InboxEvent, InboxOptions, InboxState } from "./inbox";
import { TestingBrowser, TestingHttp } from "./testing-http";

let server: TestingHttp;
let browser: TestingBrowser;
const opened: Inbox[] = [];

beforeEach(async () => {
  server = new TestingHttp();
  browser = new TestingBrowser();
  for (let item = 0; item < 3; item++) server.model.arrive();
  await server.listen();
});
afterEach(async () => {
  for (const inbox of opened.splice(0)) inbox.stop();
  await server.close();
});

function inboxOf(options: Partial<InboxOptions> = {}, where = browser): Inbox {
  const token = async () => server.token;
  const inbox = createInbox({ baseUrl: server.url, token, ...options }, null, where);
  opened.push(inbox);
  inbox.start();
  return inbox;
}

const reach = (inbox: Inbox, holds: (state: InboxState) => boolean): Promise<void> =>
  new Promise((done) => {
    if (holds(inbox.state)) return done();
    const end = inbox.subscribe((state) => {
      if (!holds(state)) return;
      end();
      done();
    });
  });
const live = (inbox: Inbox) => reach(inbox, ({ connection }) => connection === "live");
const heard = (inbox: Inbox, type: InboxEvent["type"]): Promise<InboxEvent> =>
  new Promise((done) => {
    const end = inbox.on((event) => {
      if (event.type !== type) return;
      end();
      done(event);
    });
  });
const verbs = () => server.asked.filter(({ method }) => method === "POST").map(({ path }) => path);
const isUnread = (n: number) => (state: InboxState) => state.counts?.unread === n;

test("what arrives while the page is open moves the counts and is told once", async () => {
  const inbox = inboxOf();
  await live(inbox);
  const news = heard(inbox, "arrived");
  server.change((model) => model.arrive());
  expect(await news).toMatchObject({ items: [{ id: "4" }] });
  expect(inbox.state.counts).toEqual(server.model.counts());
});

test("a token that is used up is replaced, and the request is sent again", async () => {
  let asked = 0;
  const inbox = inboxOf({ token: async () => (asked++ === 0 ? "ana.0" : "ana.1") });
  await live(inbox);
  expect(asked).toBe(2);
  expect(server.asked[0]).toMatchObject({ path: "/counts", token: "ana.0" });
  expect(server.asked[1]).toMatchObject({ path: "/counts", token: "ana.1" });
});

test("a token that is about to end is replaced before it is refused", async () => {
  let asked = 0;
  const token = async () => ({
    token: `ana.${++asked}`,
    expiresAt: new Date(browser.now() + 60_000).toISOString(),
  });
  const inbox = inboxOf({ token });
  await live(inbox);
  browser.pass(45_000);
  server.token = "ana.2";
  await inbox.open("all");
  expect(server.asked.at(-1)).toMatchObject({ path: "/items?view=all&limit=20", token: "ana.2" });
});

test("a stream that breaks goes on where it was, and nothing is missing", async () => {
  browser.hurryMs = 5_000;
  const inbox = inboxOf();
  await live(inbox);
  server.refusals.set("stream", 0);
  for (const stream of server.streams) stream.destroy();
  await server.until(() => server.streams.size === 0);
  server.change((model) => model.arrive());
  server.refusals.clear();
  await reach(inbox, isUnread(4));
  expect(server.resumed.at(-1)).toBe("3");
});

test("a stream that says nothing for 40 seconds is given up and begun again", async () => {
  browser.hurryMs = 5_000;
  const inbox = inboxOf();
  await live(inbox);
  browser.pass(40_000);
  await server.until(() => server.resumed.length === 2);
  expect(inbox.state.connection).toBe("live");
});

test("where streams do not come through, it asks now and then", async () => {
  browser.hurryMs = 5_000;
  server.refusals.set("stream", 502);
  const inbox = inboxOf();
  await reach(inbox, ({ connection }) => connection === "polling");
  server.change((model) => model.arrive());
  await server.until(() => server.asked.some(({ path }) => path === "/changes?since=3"));
  browser.hurryMs = 20_000;
  browser.pass(20_000);
  await reach(inbox, isUnread(4));
});

test("being offline shows after ten seconds and not before", async () => {
  browser.hurryMs = 5_000;
  const inbox = inboxOf();
  await live(inbox);
  server.refusals.set("*", 0);
  for (const stream of server.streams) stream.destroy();
  const before = server.asked.length;
  await server.until(() => server.asked.length > before + 1);
  expect(inbox.state.connection).toBe("live");
  browser.pass(10_000);
  expect(inbox.state.connection).toBe("offline");
  await expect(inbox.press("2", { action: "paid" })).rejects.toMatchObject({ why: "offline" });
  expect(inbox.state.failed.get("2")).toEqual({ what: "press", why: "offline" });
  server.refusals.clear();
  browser.hurryMs = 30_000;
  browser.pass(30_000);
  await live(inbox);
});

test("what is done without a connection holds at once, and is sent in order, each once", async () => {
  const inbox = inboxOf();
  await live(inbox);
  await inbox.open("all");
  server.refusals.set("read", 0);
  inbox.read(["1"]);
  inbox.archive(["1"]);
  inbox.unarchive(["1"]);
  inbox.unread(["1"]);
  inbox.read(["2"]);
  expect(inbox.state.counts).toMatchObject({ all: 3, unread: 2 });
  await server.until(() => verbs().length === 1);
  server.refusals.clear();
  browser.hurryMs = 5_000;
  browser.pass(5_000);
  await server.until(() => verbs().length === 6);
  expect(verbs()).toEqual(["/read", "/read", "/archive", "/unarchive", "/unread", "/read"]);
  const [first, again] = server.asked.filter(({ path }) => path === "/read");
  expect(first?.key).toBe(again?.key);
  await server.until(() => server.model.counts().unread === 2);
  expect(inbox.state.counts).toEqual(server.model.counts());
});

test("what is done before there was time to follow is sent once there is", async () => {
  let rested = () => {};
  const resting = new Promise<void>((done) => {
    rested = done;
  });
  browser.rest = () => resting;
  const inbox = inboxOf();
  await inbox.open("all");
  inbox.read(["1"]);
  inbox.archive(["2"]);
  expect(inbox.state.counts).toMatchObject({ all: 2, unread: 1 });
  expect(verbs()).toEqual([]);
  rested();
  await server.until(() => server.model.counts().archived === 1);
  expect(verbs()).toEqual(["/read", "/archive"]);
  await live(inbox);
  expect(inbox.state.counts).toEqual(server.model.counts());
});

test("what could not be sent is sent by the next visit of the same person, and never by another's", async () => {
  server.refusals.set("read", 0);
  const before = inboxOf();
  await live(before);
  before.read(["1"]);
  await server.until(() => verbs().length === 1);
  before.stop();
  server.refusals.clear();
  const notes = new Map(browser.notes);
  expect(notes.size).toBe(1);

  server.model.owner = "ben";
  server.token = "ben.1";
  const other = inboxOf();
  await live(other);
  expect(verbs()).toHaveLength(1);
  expect(browser.notes.size).toBe(0);
  other.stop();

  server.model.owner = "ana";
  server.token = "ana.1";
  for (const [name, note] of notes) browser.notes.set(name, note);
  const next = inboxOf();
  await reach(next, isUnread(2));
  await server.until(() => verbs().length === 2);
});

test("what the server refuses is taken back and told", async () => {
  const inbox = inboxOf();
  await live(inbox);
  await inbox.open("all");
  server.refusals.set("archive", 404);
  const failure = heard(inbox, "failed");
  inbox.archive(["1"]);
  expect(inbox.state.counts?.all).toBe(2);
  expect(await failure).toEqual({ type: "failed", what: "archive", why: "refused" });
  expect(inbox.state.counts?.all).toBe(3);
  expect(inbox.state.failed.get("1")).toEqual({ what: "archive", why: "refused" });
});

test("kept items are shown before the server answers, to the person they belong to and nobody else", async () => {
  const before = inboxOf();
  await live(before);
  await before.open("all");
  browser.pass(1_000);
  before.stop();
  expect([...browser.kept.values()][0]?.items).toHaveLength(3);

  server.refusals.set("*", 503);
  const same = inboxOf();
  await reach(same, ({ isStale }) => isStale);
  expect(same.state.counts?.all).toBe(3);
  await same.open("all");
  expect(same.state.lists.all?.items).toHaveLength(3);
  same.stop();

  const asked = server.asked.length;
  const other = inboxOf({ token: async () => "ben.1" });
  await server.until(() => server.asked.length > asked);
  expect(other.state).toMatchObject({ counts: null, isStale: false, lists: {} });
});

test("after a visit before, only what changed since is fetched", async () => {
  const before = inboxOf();
  await live(before);
  await before.open("all");
  browser.pass(1_000);
  before.stop();
  server.change((model) => model.arrive());
  const next = inboxOf();
  await reach(next, isUnread(4));
  expect(server.asked.at(-1)?.path).toMatch(/^\/(changes\?since=3|stream)$/);
});

test("of two tabs one follows, both know, and the other goes on when the first leaves", async () => {
  const first = inboxOf();
  await live(first);
  const second = inboxOf();
  await reach(second, ({ counts }) => counts !== null);
  server.change((model) => model.arrive());
  await Promise.all([reach(first, isUnread(4)), reach(second, isUnread(4))]);
  expect(server.resumed).toHaveLength(1);
  second.read(["1"]);
  await reach(first, isUnread(3));
  first.stop();
  await server.until(() => server.resumed.length === 2);
  server.change((model) => model.arrive());
  await reach(second, isUnread(4));
});

test("a button is pressed at the server, and can be taken back", async () => {
  const inbox = inboxOf();
  await live(inbox);
  await inbox.open("all");
  const told = heard(inbox, "pressed");
  const press = inbox.press("2", { action: "paid" });
  expect(inbox.state.pressing.get("2")).toEqual({ action: "paid" });
  expect(await press).toMatchObject({ result: "done" });
  expect(await told).toMatchObject({ item: { id: "2" }, result: "done" });
  expect(inbox.state.pressing.size).toBe(0);
  expect(inbox.state.counts?.todo).toBe(0);
  await inbox.undo("2");
  expect(inbox.state.counts?.todo).toBe(1);
});

test("when the page's token becomes another person's, nothing of the one before stays", async () => {
  const inbox = inboxOf();
  await live(inbox);
  await inbox.open("all");
  server.model.owner = "ben";
  server.token = "ben.1";
  server.model.items.clear();
  server.model.arrive();
  await inbox.open("todo");
  expect(inbox.state.lists.todo?.items.map(({ id }) => id)).toEqual(["4"]);
  await reach(inbox, ({ lists }) => lists.all?.items.length === 1);
  expect(inbox.state.counts?.all).toBe(1);
});

test("a page that gives no token keeps its inbox silent, and says why", async () => {
  const inbox = inboxOf({
    token: async () => {
      throw new Error("signed out");
    },
  });
  expect(await heard(inbox, "failed")).toMatchObject({ why: "no_token" });
  expect(inbox.state.counts).toBeNull();
  expect(server.asked).toEqual([]);
});
