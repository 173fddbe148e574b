import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { listErasureRequests } from "@/db/queries/erasure-requests";
import * as tables from "@/db/schema";
import type { PersonSide } from "@/db/schema/workspaces";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { nowOf } from "@/server/clock/clock";
import { mintPersonToken } from "@/server/links/token";
import { erasePerson } from "@/server/people/erase-person";
import { declineErasure } from "@/server/people/erasure-requests";
import { askMyData, showMyData } from "./my-data-page";
import { dumpOf, getRequest, postRequest, publicWorld } from "./testing";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let token: string;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
  token = mintPersonToken(world.ctx.config.appSecret, {
    workspaceId: world.workspaceId,
    personId: "Ana",
    issuedAt: await nowOf(database.db, world.workspaceId),
  });
});
afterAll(() => database.drop());

const who = () => ({
  workspaceId: world.workspaceId,
  actor: { kind: "operator" as const, id: randomUUID(), name: "Olga" },
});
const post = (wish: string) => askMyData(world.ctx, postRequest({ do: wish }), token);
const offer = (side: Partial<z.infer<typeof PersonSide>>) =>
  database.db
    .update(tables.workspaces)
    .set({
      personSide: {
        pageWords: {},
        inboxLook: {},
        canDownload: true,
        canAskErasure: true,
        ...side,
      },
    })
    .where(eq(tables.workspaces.id, world.workspaceId));
const requests = () => listErasureRequests(database.db, world.workspaceId);

test("looking changes nothing", async () => {
  const before = await dumpOf(database.db);
  expect((await showMyData(world.ctx, getRequest(), token)).status).toBe(200);
  expect(await dumpOf(database.db)).toEqual(before);
});

test("the file is the person's own and nobody else's, and is kept nowhere on the way", async () => {
  await world.addPerson("Eve", "eve@example.net");
  await world.open(1);
  const response = await post("download");
  expect(response.headers.get("content-disposition")).toContain("attachment");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ person: { id: "Ana" }, messages: [{}] });
  expect(text).not.toContain("eve@example.net");
  const lines = await database.db.execute(sql`
    select 1 from audit_log
    where workspace_id = ${world.workspaceId} and action = 'person.data_downloaded'`);
  expect(lines).toHaveLength(1);
});

test("is given three times a minute at most", async () => {
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await post("download")).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test("erasing takes two steps, is one request, and erases nothing by itself", async () => {
  expect(await (await post("erase")).text()).toContain("erase_surely");
  expect(await requests()).toEqual([]);
  await post("erase_surely");
  await Promise.all([post("erase_surely"), post("erase_surely")]);
  expect(await requests()).toMatchObject([{ personId: "Ana", name: "Ana Miller" }]);
  const lines = await database.db.execute(sql`
    select 1 from audit_log
    where workspace_id = ${world.workspaceId} and action = 'person.erasure_asked'`);
  expect(lines).toHaveLength(1);
  expect(await (await showMyData(world.ctx, getRequest(), token)).text()).toContain("You asked on");
});

test("an operator's no is told, and it can be asked for again", async () => {
  await expect(declineErasure(world.ctx, who(), "Ana")).rejects.toMatchObject({
    code: "not_found",
  });
  await post("erase_surely");
  await declineErasure(world.ctx, who(), "Ana");
  expect(await requests()).toEqual([]);
  const text = await (await showMyData(world.ctx, getRequest(), token)).text();
  expect(text).toContain("declined on");
  await post("erase_surely");
  expect(await requests()).toHaveLength(1);
});

test("erasing answers the request and takes a change of address that waits with it", async () => {
  await post("erase_surely");
  await database.db.insert(tables.addressChanges).values({
    workspaceId: world.workspaceId,
    personId: "Ana",
    channel: "email",
    id: randomUUID(),
    address: "ana.new@example.org",
    askedAt: new Date(),
  });
  await erasePerson(world.ctx, who(), "Ana");
  expect(await requests()).toEqual([]);
  for (const table of ["erasure_requests", "address_changes"]) {
    const rows = await database.db.execute(sql`
      select 1 from ${sql.identifier(table)} where workspace_id = ${world.workspaceId}`);
    expect(rows).toHaveLength(0);
  }
  expect((await showMyData(world.ctx, getRequest(), token)).status).toBe(404);
});

test("what a workspace does not offer is neither shown nor done", async () => {
  await offer({ canDownload: false });
  expect((await post("download")).headers.get("content-disposition")).toBeNull();
  expect(await (await showMyData(world.ctx, getRequest(), token)).text()).not.toContain("download");
  await offer({ canAskErasure: false });
  await post("erase_surely");
  expect(await requests()).toEqual([]);
  await offer({ canDownload: false, canAskErasure: false });
  expect((await showMyData(world.ctx, getRequest(), token)).status).toBe(404);
  expect((await post("erase_surely")).status).toBe(404);
});
