import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "@/core/time";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { TRAP_INDEX } from "@/server/links/urls";
import { previewEmail } from "@/server/messages/preview-email";
import { pressAction, showAction } from "./action-page";
import { followClick } from "./click";
import { serveOpenPixel } from "./open-pixel";
import { showPreferences } from "./preferences/show";
import { BROWSER, getRequest, postRequest, publicWorld } from "./testing";
import { showUnsubscribe } from "./unsubscribe";
import { showMessage } from "./view";

/** A reader elsewhere, with another browser. */
const READER = { "user-agent": `${BROWSER} Reader`, "x-forwarded-for": "198.51.100.20" };
/** A filter that says nothing about itself: it looks like any browser. */
const FILTER = { "user-agent": BROWSER, "x-forwarded-for": "203.0.113.50" };

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let messageId: string;
let caseId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  world = await publicWorld(database.db);
  await newMessage();
});

let numbers = 0;
async function newMessage() {
  ({ messageId, caseId } = await world.open(++numbers));
  await database.db
    .update(tables.people)
    .set({ trackingConsent: true })
    .where(eq(tables.people.workspaceId, world.workspaceId));
}

type Get = (headers?: Record<string, string>, method?: string) => Promise<Response>;

const pixel: Get = (headers = FILTER, method) =>
  serveOpenPixel(world.ctx, getRequest(headers, method), `${world.token("o", messageId)}.gif`);
const click =
  (index: number): Get =>
  (headers = FILTER, method) =>
    followClick(world.ctx, getRequest(headers, method), world.token("c", messageId, index));
const trap = click(TRAP_INDEX);
const page =
  (serve: typeof showMessage, purpose: "a" | "u" | "v" | "p", index = 0): Get =>
  (headers = FILTER, method) =>
    serve(world.ctx, getRequest(headers, method), world.token(purpose, messageId, index));

/** Every address that stands in the email. */
const LINKS: Record<string, Get> = {
  click0: click(0),
  click1: click(1),
  trap,
  view: page(showMessage, "v"),
  preferences: page(showPreferences, "p"),
  unsubscribe: page(showUnsubscribe, "u"),
  paid: page(showAction, "a", 0),
  snooze: page(showAction, "a", 3),
};
const WITHOUT_TRAP = Object.keys(LINKS).filter((name) => name !== "trap");

/** What a fetch must leave alone; a machine's visit may be known as one. */
async function state() {
  const { status, openedAt, clickedAt, repliedAt, deliveredAt, readAt } =
    await world.message(messageId);
  const { revision } = await world.caseOf(caseId);
  const [left] = await database.db.execute(sql`
    select (select count(*)::int from preferences where workspace_id = ${world.workspaceId}) as preferences,
      (select count(*)::int from consents where workspace_id = ${world.workspaceId}) as consents,
      (select count(*)::int from suppressions where workspace_id = ${world.workspaceId}) as suppressions,
      (select count(*)::int from case_decisions where case_id = ${caseId}) as decisions,
      (select count(*)::int from message_events where message_id = ${messageId} and by <> 'scanner') as others`);
  return { status, openedAt, clickedAt, repliedAt, deliveredAt, readAt, revision, left };
}
/** The moment it is for the workspace, so that later is later. */
const later = (ms: number) =>
  database.db.execute(sql`
    update workspaces set clock_at = coalesce(clock_at, clock_timestamp()) + ${ms} * interval '1 millisecond'
     where id = ${world.workspaceId}`);
const stand = () => later(0);

describe("a scanner that fetches every link of an email", () => {
  test.each([
    ["and HEADs the pixel", "HEAD", Object.keys(LINKS)],
    ["and GETs the pixel", "GET", Object.keys(LINKS)],
    [
      "but the hidden one, which its mail gateway took out, and GETs the pixel",
      "GET",
      WITHOUT_TRAP,
    ],
  ])(
    "%s, in any order within a second, changes nothing and counts nothing",
    async (_name, method, links) => {
      await stand();
      const all = ["pixel", ...links];
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          async (order) => {
            await newMessage();
            const before = await state();
            for (const name of order) {
              const response = await (name === "pixel" ? pixel(FILTER, method) : LINKS[name]?.());
              expect([name, response?.status]).toEqual([name, expect.toSatisfy((s) => s < 400)]);
            }
            expect(await state()).toEqual(before);
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  test("slowly, and the hidden one among them, counts as nothing, in any order", async () => {
    await stand();
    const all = ["pixel", "click0", "trap", "click1"];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        async (order) => {
          await newMessage();
          const before = await state();
          for (const name of order) {
            await later(7 * SECOND_MS);
            await (name === "pixel" ? pixel() : LINKS[name]?.());
          }
          expect(await state()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("by HEAD only, the hidden one too, leaves no more than the mark of a scanner", async () => {
    const before = await state();
    for (const get of [pixel, ...Object.values(LINKS)]) await get(FILTER, "HEAD");
    expect(await state()).toEqual(before);
  });

  test("is followed by a reader, whose click and open count", async () => {
    await stand();
    for (const get of [pixel, ...Object.values(LINKS)]) await get();
    await later(30 * SECOND_MS);
    await pixel(READER);
    expect(await world.message(messageId)).toMatchObject({ openedBy: "human", clickedAt: null });
    await click(0)(READER);
    expect(await world.message(messageId)).toMatchObject({ clickedAt: expect.any(Date) });
  });

  test("is followed by a press from behind the same gateway, which answers and counts", async () => {
    for (const get of [pixel, ...Object.values(LINKS)]) await get();
    const token = await world.actionToken(messageId, "paid");
    await pressAction(world.ctx, postRequest(), token);
    expect(await world.message(messageId)).toMatchObject({
      openedBy: "human",
      clickedAt: expect.any(Date),
    });
    expect(await world.caseOf(caseId)).toMatchObject({ status: "resolved" });
  });
});

describe("a reader", () => {
  test("who opened before a scanner came by again stays one", async () => {
    await stand();
    await pixel(READER);
    await later(2 * SECOND_MS);
    await click(0)(READER);
    const { openedAt, clickedAt } = await world.message(messageId);
    await later(60 * SECOND_MS);
    for (const get of [pixel, ...Object.values(LINKS)]) await get();
    expect(await world.message(messageId)).toMatchObject({
      openedBy: "human",
      openedAt,
      clickedAt,
    });
  });

  test("who opens the pixel and one link at the same moment is no scanner", async () => {
    await stand();
    await pixel(READER);
    await click(0)(READER);
    expect(await world.message(messageId)).toMatchObject({
      openedBy: "human",
      clickedAt: expect.any(Date),
    });
  });
});

describe("the hidden link", () => {
  const html = async () => {
    const where = and(
      eq(tables.messages.workspaceId, world.workspaceId),
      eq(tables.messages.id, messageId),
    );
    const [row] = await database.db.select().from(tables.messages).where(where);
    return (row && (await previewEmail(world.ctx, row))?.html) ?? "";
  };

  test("leads to the message itself and looks like any other link", async () => {
    const response = await trap();
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^https:\/\/follow\.example\.com\/v\//);
    expect(await html()).not.toContain(world.token("c", messageId, TRAP_INDEX));
  });

  test("counts nothing without consent to tracking", async () => {
    await database.db.update(tables.people).set({ trackingConsent: false });
    await trap();
    const [row] = await database.db.execute(sql`
      select count(*)::int as n from message_events where message_id = ${messageId}`);
    expect(row).toMatchObject({ n: 0 });
  });
});
