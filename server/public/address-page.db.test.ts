import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { addressCode } from "@/server/letters/address-code";
import { mintPersonToken } from "@/server/links/token";
import { changeAddress, showAddress } from "./address-page";
import { dumpOf, getRequest, postRequest, publicWorld } from "./testing";

const NEW = "ana.new@example.org";

let database: TestDatabase;
let world: Awaited<ReturnType<typeof publicWorld>>;
let ctx: Ctx;
let token: string;
const jobs: { personId: string; letter: Record<string, unknown> }[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await publicWorld(database.db);
  jobs.length = 0;
  ctx = {
    ...world.ctx,
    enqueue: async (_tx, _name, job) => void jobs.push(job as (typeof jobs)[number]),
  };
  token = await tokenOf("Ana");
});
afterAll(() => database.drop());

const tokenOf = async (personId: string) =>
  mintPersonToken(world.ctx.config.appSecret, {
    workspaceId: world.workspaceId,
    personId,
    issuedAt: await nowOf(database.db, world.workspaceId),
  });
const post = (fields: Record<string, string>, of = token) =>
  changeAddress(ctx, postRequest({ way: "email", ...fields }), of);
const ask = (address = NEW, of = token) => post({ address }, of);
const codeNow = () => {
  const letter = jobs.findLast(({ letter: { kind } }) => kind === "code")?.letter;
  return addressCode(ctx.config.appSecret, String(letter?.changeId));
};
const wrongCode = () => String((Number(codeNow()) + 1) % 1_000_000).padStart(6, "0");
const addresses = async (personId = "Ana") => {
  const points = tables.contactPoints;
  const rows = await database.db
    .select()
    .from(points)
    .where(and(eq(points.workspaceId, world.workspaceId), eq(points.personId, personId)));
  return rows.map(({ address, channel, verifiedAt }) => [channel, address, verifiedAt !== null]);
};
const linksAfter = async () => {
  const [row] = await database.db.execute<{ at: string | null }>(sql`
    select links_after as at from people
    where workspace_id = ${world.workspaceId} and id = 'Ana'`);
  return row?.at ?? null;
};

test("the page shows the ends of an address and changes nothing", async () => {
  const before = await dumpOf(database.db);
  const text = await (await showAddress(ctx, getRequest(), token)).text();
  expect(text).toContain("a•••@example.com");
  expect(text).not.toContain("ana@example.com");
  expect(await dumpOf(database.db)).toEqual(before);
});

test("the right code makes the new address the only one, tells the old one, and ends old links", async () => {
  const { messageId } = await world.open(1);
  const mailed = world.token("p", messageId);
  expect((await ask()).status).toBe(200);
  expect(await addresses()).toEqual([["email", "ana@example.com", true]]);
  const response = await post({ code: codeNow() });
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.has("set-cookie")).toBe(false);
  expect(text).toContain("a•••@example.org");
  expect(await addresses()).toEqual([["email", NEW, true]]);
  expect(jobs.at(-1)?.letter).toEqual({
    kind: "address_changed",
    channel: "email",
    to: "ana@example.com",
    newAddress: "a•••@example.org",
  });
  for (const old of [token, mailed]) {
    expect((await showAddress(ctx, getRequest(), old)).status).toBe(410);
  }
  const fresh = /href="\/p\/([\w-]+)"/.exec(text)?.[1] ?? "";
  expect((await showAddress(ctx, getRequest(), fresh)).status).toBe(200);
});

test("what was agreed to stays, and the audit has the change without the addresses", async () => {
  await ask();
  await post({ code: codeNow() });
  const consents = await database.db
    .select()
    .from(tables.consents)
    .where(eq(tables.consents.workspaceId, world.workspaceId));
  expect(consents).toEqual([]);
  const lines = await database.db.execute<{ detail: unknown }>(sql`
    select detail from audit_log
    where workspace_id = ${world.workspaceId} and action = 'address.changed'`);
  expect(lines).toMatchObject([
    { detail: { channel: "email", from: ["a•••@example.com"], to: "a•••@example.org" } },
  ]);
});

test("of two who send the code at once, one changes the address", async () => {
  await ask();
  const code = codeNow();
  const answers = await Promise.all([post({ code }), post({ code }), post({ code })]);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(jobs.filter(({ letter }) => letter.kind === "address_changed")).toHaveLength(1);
  expect(await addresses()).toEqual([["email", NEW, true]]);
});

test("the fifth wrong code ends the code, also for those who send many at once", async () => {
  await ask();
  const right = codeNow();
  const wrong = wrongCode();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post({ code: wrong })));
  expect(answers.every(({ status }) => status === 422)).toBe(true);
  expect((await post({ code: right })).status).toBe(422);
  expect(await addresses()).toEqual([["email", "ana@example.com", true]]);
});

test("a code works fifteen minutes, once, and only for the newest request", async () => {
  await ask();
  const first = codeNow();
  await ask("second@example.org");
  expect((await post({ code: first })).status).toBe(422);
  await database.db.execute(sql`
    update address_changes set asked_at = asked_at - interval '16 minutes'
    where workspace_id = ${world.workspaceId}`);
  expect((await post({ code: codeNow() })).status).toBe(422);
  expect(await addresses()).toEqual([["email", "ana@example.com", true]]);
  await ask();
  const code = codeNow();
  await post({ code });
  token = await tokenOf("Ana");
  expect((await post({ code })).status).toBe(422);
});

test("codes are asked for three times an hour, over all channels", async () => {
  for (const address of [NEW, "b@example.org"]) expect((await ask(address)).status).toBe(200);
  expect((await post({ way: "sms", address: "+49 151 12345678" })).status).toBe(200);
  expect((await ask("c@example.org")).status).toBe(429);
  expect(jobs).toHaveLength(3);
});

test("one person's code is nothing to another", async () => {
  await world.addPerson("Eve", "eve@example.net");
  await ask();
  const code = codeNow();
  const eve = await tokenOf("Eve");
  expect((await post({ code }, eve)).status).toBe(422);
  await ask("eve.new@example.net", eve);
  expect((await post({ code }, eve)).status).toBe(422);
  expect(await addresses("Eve")).toEqual([["email", "eve@example.net", true]]);
});

test("nobody learns whether an address is somebody else's, their own, or stopped", async () => {
  await world.addPerson("Cem", "cem@example.org");
  await database.db.insert(tables.suppressions).values({
    workspaceId: world.workspaceId,
    channel: "email",
    address: "dan@example.org",
    reason: "bounced",
    at: new Date(0),
  });
  const texts = new Set<string>();
  for (const address of ["cem@example.org", "dan@example.org", "new@example.org"]) {
    const text = await (await ask(address)).text();
    texts.add(text.replace(/[a-z]•••@example\.org/, "X"));
  }
  expect(texts.size).toBe(1);
});

test("what is no address is said, and kept where it was typed", async () => {
  const evil = `"><script>alert(1)</script>`;
  for (const [way, address] of [
    ["email", evil],
    ["email", "ana@"],
    ["email", "a@example.com\r\nBcc: b@example.com"],
    ["email", ""],
    ["sms", "0151 123"],
    ["sms", evil],
  ] as const) {
    const response = await post({ way, address });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain("<script");
  }
  expect(jobs).toEqual([]);
});

test("a first phone number is added and ends no link", async () => {
  await post({ way: "sms", address: "+49 151 12345678" });
  const response = await post({ way: "sms", code: codeNow() });
  expect(response.status).toBe(200);
  expect(await addresses()).toEqual(
    expect.arrayContaining([
      ["email", "ana@example.com", true],
      ["sms", "+4915112345678", true],
    ]),
  );
  expect(await linksAfter()).toBeNull();
  expect((await showAddress(ctx, getRequest(), token)).status).toBe(200);
});

test("another address can be asked for instead, and other forms change nothing", async () => {
  await ask();
  expect(await (await post({})).text()).not.toContain('name="code"');
  const before = await dumpOf(database.db);
  await post({ way: "push", address: NEW });
  await post({ way: "in_app", code: "123456" });
  expect((await post({ address: NEW }, "x".repeat(90))).status).toBe(404);
  expect(await dumpOf(database.db)).toEqual(before);
});

test("cases are planned again for the new address in the same transaction", async () => {
  const { opened } = await world.send("invoice.created", 7);
  await ask();
  await post({ code: codeNow() });
  await world.deliver();
  const [message] = await world.messagesOf(opened[0]?.caseId ?? randomUUID());
  expect(message).toMatchObject({ status: "sent", to: NEW });
});
