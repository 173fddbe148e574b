import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testCtx, testWorld } from "@/server/delivery/testing";
import { type ProviderRegistry, providerRegistry } from "@/server/providers/registry";
import type { FakePeer } from "@/server/providers/testing-http";
import { fakeTwilio, TWILIO } from "@/server/providers/testing-twilio";
import { createTwilio } from "@/server/providers/twilio";
import { sendNotice } from "./send-notice";

const ANA = "+4915112345678";
let database: TestDatabase;
let peer: FakePeer;
let providers: ProviderRegistry;

beforeAll(async () => {
  database = await testDatabase();
  peer = await fakeTwilio();
  providers = providerRegistry([createTwilio({ ...TWILIO, baseUrl: peer.url })]);
});
afterAll(async () => {
  await peer.close();
  await database.drop();
});
beforeEach(() => {
  peer.behave("accept");
  peer.accepted.length = 0;
});

async function noticeOf(kind: "live" | "sandbox", locale: string | null = null) {
  const world = await testWorld(database.db, kind);
  const { workspaceId } = world;
  await database.db.execute(sql`
    insert into contact_points (workspace_id, person_id, channel, address)
    values (${workspaceId}, 'Ana', 'sms', ${ANA})`);
  await database.db.execute(sql`
    update people set locale = ${locale} where workspace_id = ${workspaceId} and id = 'Ana'`);
  const { ctx } = testCtx(database.db);
  await sendNotice(ctx, providers, { workspaceId, to: ANA, kind: "stop" });
  return peer.accepted.map(({ raw }) => JSON.parse(raw) as { To: string; Body: string });
}

it("says once who stopped, in the reader's language, though the number is stopped", async () => {
  expect(await noticeOf("live", "de-DE")).toMatchObject([
    { To: ANA, Body: expect.stringMatching(/^Shop: Sie bekommen .* START/) },
  ]);
  peer.accepted.length = 0;
  expect(await noticeOf("live")).toMatchObject([{ Body: expect.stringContaining("no more") }]);
});

it("reaches nobody from a sandbox", async () => {
  expect(await noticeOf("sandbox")).toEqual([]);
});

it("is given up when the provider refuses it", async () => {
  peer.behave("refuse");
  expect(await noticeOf("live")).toEqual([]);
  expect(peer.requests).toBeGreaterThan(0);
});
