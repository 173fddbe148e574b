import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { pressAction } from "./action-page";
import { followClick } from "./click";
import { LINK_REQUESTS_PER_MINUTE } from "./guard";
import { serveOpenPixel } from "./open-pixel";
import { dumpOf, getRequest, postRequest, publicWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let messageId: string;
let caseId: string;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
  ({ messageId, caseId } = await world.open(1));
  await consent(true);
});
afterAll(() => database.drop());

const consent = (trackingConsent: boolean) =>
  database.db
    .update(tables.people)
    .set({ trackingConsent })
    .where(eq(tables.people.workspaceId, world.workspaceId));
const fetchPixel = (headers: Record<string, string> = {}, method = "GET") =>
  serveOpenPixel(world.ctx, getRequest(headers, method), `${world.token("o", messageId)}.gif`);
const follow = (index: number, headers: Record<string, string> = {}) =>
  followClick(world.ctx, getRequest(headers), world.token("c", messageId, index));
const classes = async () => {
  const rows = await database.db
    .select()
    .from(tables.messageEvents)
    .where(eq(tables.messageEvents.messageId, messageId));
  return rows.map(({ type, by }) => `${type} ${by}`).sort();
};
const revision = async () => (await world.caseOf(caseId)).revision;

describe("the pixel", () => {
  test("fetched by a browser is a human's open, once, and moves no case", async () => {
    const before = await revision();
    const response = await fetchPixel();
    await fetchPixel();
    expect(response.headers.get("content-type")).toBe("image/gif");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await world.message(messageId)).toMatchObject({ openedBy: "human" });
    expect(await classes()).toEqual(["opened human"]);
    expect(await revision()).toBe(before);
  });

  test("fetched by a scanner counts as no human's; a human later does", async () => {
    await fetchPixel({ "user-agent": "curl/8.5.0" });
    expect(await world.message(messageId)).toMatchObject({ openedBy: "scanner" });
    await fetchPixel();
    await fetchPixel({ "user-agent": "Mozilla/5.0" });
    expect(await world.message(messageId)).toMatchObject({ openedBy: "human" });
    expect(await classes()).toEqual(["opened human", "opened scanner", "opened unknown"]);
  });

  test("fetched within five seconds of sending is a scanner's", async () => {
    await database.db.execute(sql`update messages set sent_at = now() where id = ${messageId}`);
    await fetchPixel();
    expect(await world.message(messageId)).toMatchObject({ openedBy: "scanner" });
  });

  test("leaves nothing behind without consent, for HEAD, or with a token that is not ours", async () => {
    const before = await dumpOf(database.db);
    await fetchPixel({}, "HEAD");
    const strange = await serveOpenPixel(world.ctx, getRequest(), "nonsense.gif");
    expect(strange.status).toBe(200);
    expect(strange.headers.get("content-type")).toBe("image/gif");
    expect(await dumpOf(database.db)).toEqual(before);
    await consent(false);
    const without = await dumpOf(database.db);
    await fetchPixel();
    expect(await dumpOf(database.db)).toEqual(without);
  });

  test("answers a flood with the picture and stops counting", async () => {
    for (let i = 0; i < LINK_REQUESTS_PER_MINUTE; i++) await fetchPixel({ "user-agent": "curl/8" });
    expect((await fetchPixel()).status).toBe(200);
    expect(await world.message(messageId)).toMatchObject({ openedBy: "scanner" });
  });
});

describe("a click", () => {
  test("goes to the address stored with the message and is a human's open too", async () => {
    const response = await follow(0);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("https://shop.example.com/i/1");
    const { clickedAt, openedBy } = await world.message(messageId);
    expect(clickedAt).not.toBeNull();
    expect(openedBy).toBe("human");
  });

  test("on a link the message does not have is a 404, whatever the query says", async () => {
    const request = new Request("https://follow.example.com/c?url=https://evil.example");
    const response = await followClick(world.ctx, request, world.token("c", messageId, 2));
    expect(response.status).toBe(404);
    expect(response.headers.has("location")).toBe(false);
  });

  test("on every link within a second was a scanner's, the first one too", async () => {
    await follow(0);
    await follow(1);
    expect(await classes()).toEqual(["clicked scanner", "clicked scanner"]);
    expect(await world.message(messageId)).toMatchObject({
      clickedAt: null,
      openedBy: null,
      openedAt: null,
    });
  });

  test("by a known robot leads on and counts as no human's", async () => {
    expect((await follow(0, { "user-agent": "curl/8.5.0" })).status).toBe(302);
    expect(await world.message(messageId)).toMatchObject({ clickedAt: null, openedBy: null });
  });

  test("works after the link has expired, uncounted", async () => {
    await database.db.execute(
      sql`update messages set planned_at = now() - interval '61 days' where id = ${messageId}`,
    );
    const before = await dumpOf(database.db);
    expect((await follow(0)).status).toBe(302);
    expect(await dumpOf(database.db)).toEqual(before);
  });
});

test("a pressed button proves an open only for those who agreed that opens are looked at", async () => {
  await consent(false);
  const token = await world.actionToken(messageId, "paid");
  await pressAction(world.ctx, postRequest(), token);
  const { clickedAt, openedBy } = await world.message(messageId);
  expect(clickedAt).not.toBeNull();
  expect(openedBy).toBeNull();
});
