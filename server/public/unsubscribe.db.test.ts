import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { dumpOf, getRequest, postRequest, publicWorld } from "./testing";
import { showUnsubscribe, unsubscribe } from "./unsubscribe";

const ONE_CLICK = { "List-Unsubscribe": "One-Click" };

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
});
afterAll(() => database.drop());

const consentsOf = () =>
  database.db
    .select()
    .from(tables.consents)
    .where(eq(tables.consents.workspaceId, world.workspaceId));
const nextMessage = async () => {
  const { opened } = await world.send("invoice.created", ++number);
  await world.deliver();
  const [message] = await world.messagesOf(opened[0]?.caseId ?? "");
  return message;
};

describe("one click", () => {
  test("stops the next email at once, with 200, no cookie and no redirect", async () => {
    const { messageId } = await world.open(++number);
    const response = await unsubscribe(
      world.ctx,
      postRequest(ONE_CLICK),
      world.token("u", messageId),
    );
    expect(response.status).toBe(200);
    expect(response.headers.has("set-cookie")).toBe(false);
    expect(response.headers.has("location")).toBe(false);
    expect(await response.text()).toBe("Billing emails are off.\n");
    expect(await nextMessage()).toMatchObject({ status: "not_sent", code: "skip.pref_channel" });
  });

  test("stops an email that is planned already", async () => {
    const { messageId } = await world.open(++number);
    const { opened } = await world.send("invoice.created", ++number);
    await unsubscribe(world.ctx, postRequest(ONE_CLICK), world.token("u", messageId));
    await world.deliver();
    const [message] = await world.messagesOf(opened[0]?.caseId ?? "");
    expect(message).toMatchObject({ status: "not_sent", code: "skip.pref_channel" });
  });

  test("as a multipart form does the same", async () => {
    const { messageId } = await world.open(++number);
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    const request = new Request("https://follow.example.com/u", { method: "POST", body });
    const response = await unsubscribe(world.ctx, request, world.token("u", messageId));
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await consentsOf()).toHaveLength(1);
  });

  test("is nothing else: other forms, other types and no body change nothing and get the page", async () => {
    const { messageId } = await world.open(++number);
    const token = world.token("u", messageId);
    const before = await dumpOf(database.db);
    const post = (body: string | null, type: string) => {
      const headers = { "content-type": type };
      return new Request("https://follow.example.com/u", { method: "POST", headers, body });
    };
    const form = "application/x-www-form-urlencoded";
    for (const request of [
      postRequest({ foo: "bar" }),
      postRequest({ "List-Unsubscribe": "maybe" }),
      postRequest({ stop: "nothing" }),
      post(null, form),
      post("", form),
    ]) {
      const response = await unsubscribe(world.ctx, request, token);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('name="stop" value="topic"');
    }
    for (const type of ["application/json", "text/plain"]) {
      const request = post("List-Unsubscribe=One-Click", type);
      expect((await unsubscribe(world.ctx, request, token)).status).toBe(400);
    }
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test("twice is 200 twice, and one entry in the ledger and in the audit", async () => {
    const { messageId } = await world.open(++number);
    const token = world.token("u", messageId);
    await unsubscribe(world.ctx, postRequest(ONE_CLICK), token);
    const before = await dumpOf(database.db);
    const again = await unsubscribe(world.ctx, postRequest(ONE_CLICK), token);
    expect(again.status).toBe(200);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(await consentsOf()).toMatchObject([
      { channel: "email", topic: "billing", granted: false, source: "one_click" },
    ]);
  });

  test("of a required topic switches nothing off and says whom to ask", async () => {
    const { messageId } = await world.open(++number);
    await database.db
      .update(tables.topics)
      .set({ required: true })
      .where(eq(tables.topics.workspaceId, world.workspaceId));
    const token = world.token("u", messageId);
    const response = await unsubscribe(world.ctx, postRequest(ONE_CLICK), token);
    expect(response.status).toBe(200);
    expect(await consentsOf()).toEqual([]);
    const page = await (await showUnsubscribe(world.ctx, getRequest(), token)).text();
    expect(page).toContain("cannot be switched off");
    expect(page).toContain("billing@shop.example.com");
    expect(page).not.toContain("<button");
  });

  test("with a token of another purpose changes nothing", async () => {
    const { messageId } = await world.open(++number);
    const before = await dumpOf(database.db);
    const response = await unsubscribe(
      world.ctx,
      postRequest(ONE_CLICK),
      world.token("a", messageId),
    );
    expect(response.status).toBe(404);
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

describe("the page", () => {
  test("names the topic, hides the address, and can stop everything optional", async () => {
    const { messageId } = await world.open(++number);
    const { workspaceId } = world;
    await database.db.insert(tables.topics).values([
      { workspaceId, key: "news", name: "News", defaultChannels: [] },
      { workspaceId, key: "law", name: "Legal", required: true, defaultChannels: ["email"] },
    ]);
    const token = world.token("u", messageId);
    const page = await (await showUnsubscribe(world.ctx, getRequest(), token)).text();
    expect(page).toContain("<h1>Stop Billing emails?</h1>");
    expect(page).toContain("a•••@example.com");
    expect(page).not.toContain("ana@example.com");
    const done = await (await unsubscribe(world.ctx, postRequest({ stop: "all" }), token)).text();
    expect(done).toContain("Everything optional is off");
    expect(done).toContain("Legal");
    const off = (await consentsOf()).map(({ topic, channel }) => `${topic} ${channel}`).sort();
    expect(off).toEqual([
      "billing email",
      "billing in_app",
      "news email",
      "news in_app",
      "news push",
      "news sms",
    ]);
  });
});
