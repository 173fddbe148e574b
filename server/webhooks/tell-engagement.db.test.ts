import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { insertEndpoint } from "@/db/queries/webhook-endpoints";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { recordReport } from "@/server/hooks/record-report";
import { newId } from "@/server/new-id";
import { pressAction } from "@/server/public/action-page";
import { followClick } from "@/server/public/click";
import { serveOpenPixel } from "@/server/public/open-pixel";
import { getRequest, postRequest, publicWorld } from "@/server/public/testing";
import { unsubscribe } from "@/server/public/unsubscribe";

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
  ({ messageId, caseId } = await world.open(1));
  const { workspaceId } = world;
  await database.db
    .update(tables.people)
    .set({ trackingConsent: true })
    .where(eq(tables.people.workspaceId, workspaceId));
  const url = "https://receiver.example.dev/hook";
  const row = { workspaceId, id: newId(), url, sealed: "" };
  await inTransaction(database.db, (tx) => insertEndpoint(tx, row));
});

const told = async () => {
  const rows = await database.db.execute<{ type: string; body: string }>(sql`
    select type, body from webhook_deliveries
    where workspace_id = ${world.workspaceId} order by id`);
  return rows.map(({ type, body }) => ({ type, data: JSON.parse(body).data }));
};
const types = async () => (await told()).map(({ type }) => type);
const look = (headers: Record<string, string> = {}) =>
  serveOpenPixel(world.ctx, getRequest(headers), `${world.token("o", messageId)}.gif`);
const click = (headers: Record<string, string> = {}) =>
  followClick(world.ctx, getRequest(headers), world.token("c", messageId, 0));

test("a scanner that fetches pixel and links tells nothing", async () => {
  const scanner = { "user-agent": "curl/8.5.0" };
  await look(scanner);
  await click(scanner);
  expect(await told()).toEqual([]);
});

test("a human's open and click are told once, with who it was", async () => {
  await look();
  await look();
  await click();
  await click();
  const all = await told();
  expect(all.map(({ type }) => type)).toEqual(["message.opened", "message.clicked"]);
  expect(all[0]?.data).toMatchObject({ id: messageId, openedBy: "human" });
  expect(all[1]?.data.clickedAt).toEqual(expect.any(String));
});

test("a press that resolves is told as click, open, answer and end of the case", async () => {
  await pressAction(world.ctx, postRequest(), await world.actionToken(messageId, "paid"));
  expect((await types()).toSorted()).toEqual([
    "case.resolved",
    "case.responded",
    "message.clicked",
    "message.opened",
  ]);
});

test("an unsubscription is told as a change of preferences, and only when it changes any", async () => {
  const oneClick = () => {
    const form = postRequest({ "List-Unsubscribe": "One-Click" });
    return unsubscribe(world.ctx, form, world.token("u", messageId));
  };
  await oneClick();
  await oneClick();
  const all = await told();
  expect(all.map(({ type }) => type)).toEqual(["preference.updated"]);
  expect(all[0]?.data).toMatchObject({
    personId: "Ana",
    topics: { billing: { channels: { email: false } } },
  });
});

test("what a provider reports is told once per report: delivered, then bounced", async () => {
  const ref = { workspaceId: world.workspaceId, id: messageId, caseId };
  const report = (eventId: string, cameBack: Parameters<typeof recordReport>[3]["cameBack"]) =>
    inTransaction(database.db, (tx) =>
      recordReport(world.ctx, tx, ref, {
        eventId,
        providerMessageId: "p1",
        at: Date.now(),
        cameBack,
      }),
    );
  await report("e1", { type: "delivered" });
  await report("e1", { type: "delivered" });
  const bounce = { type: "bounced" as const, permanent: true, text: "No such mailbox" };
  await report("e2", bounce);
  await report("e2", bounce);
  expect((await types()).filter((type) => type.startsWith("message."))).toEqual([
    "message.delivered",
    "message.bounced",
  ]);
});
