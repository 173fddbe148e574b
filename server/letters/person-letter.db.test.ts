import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { JobPayload } from "@/core/jobs";
import { inTransaction } from "@/db/client";
import { writeAddressChange } from "@/db/queries/address-changes";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { testCtx, testWorld } from "@/server/delivery/testing";
import { type ProviderRegistry, providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { type FakeServer, fakeResend } from "@/server/providers/testing";
import type { FakePeer } from "@/server/providers/testing-http";
import { fakeTwilio, TWILIO } from "@/server/providers/testing-twilio";
import { createTwilio } from "@/server/providers/twilio";
import { showAddress } from "@/server/public/address-page";
import { getRequest } from "@/server/public/testing";
import { addressCode } from "./address-code";
import { sendPersonLetter } from "./person-letter";

let database: TestDatabase;
let mail: FakeServer;
let phone: FakePeer;
let providers: ProviderRegistry;
let world: Awaited<ReturnType<typeof testWorld>>;

beforeAll(async () => {
  database = await testDatabase();
  mail = await fakeResend();
  phone = await fakeTwilio();
  providers = providerRegistry([
    createResend({ apiKey: "re_test", baseUrl: mail.url }),
    createTwilio({ ...TWILIO, baseUrl: phone.url }),
  ]);
});
beforeEach(async () => {
  mail.accepted.length = 0;
  phone.accepted.length = 0;
  mail.behave("accept");
  world = await testWorld(database.db);
});
afterAll(async () => {
  await mail.close();
  await phone.close();
  await database.drop();
});

type Letter = JobPayload<"person.letter">["letter"];
const ctx = () => testCtx(database.db).ctx;
const send = (letter: Letter, personId = "Ana", id = randomUUID()) =>
  sendPersonLetter(ctx(), providers, { workspaceId: world.workspaceId, personId, id, letter });
const mails = () =>
  mail.accepted.map(
    ({ raw }) =>
      JSON.parse(raw) as { to: string | string[]; subject: string; html: string; text: string },
  );
const kept = () =>
  database.db.execute<{ action: string; detail: Record<string, string> }>(sql`
    select action, detail from audit_log
    where workspace_id = ${world.workspaceId} and action like 'person.letter%' order by id`);
async function change(channel: "email" | "sms", address: string) {
  const id = randomUUID();
  const whose = { workspaceId: world.workspaceId, personId: "Ana", channel };
  await inTransaction(database.db, (tx) =>
    writeAddressChange(tx, whose, { id, address, replaces: null }),
  );
  return id;
}
const speak = (locale: string) =>
  database.db.execute(sql`
    update people set locale = ${locale} where workspace_id = ${world.workspaceId} and id = 'Ana'`);

test("a fresh link goes to the address on file, and opens the person's page", async () => {
  await send({ kind: "fresh_link" });
  const [letter] = mails();
  expect(JSON.stringify(letter?.to)).toContain("ana@example.com");
  const token = /\/p\/([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
  expect((await showAddress(ctx(), getRequest(), token)).status).toBe(200);
  expect(letter?.html).toContain('<html lang="en" dir="ltr">');
  expect(await kept()).toMatchObject([
    { action: "person.letter_sent", detail: { letter: "fresh_link", to: "a•••@example.com" } },
  ]);
});

test("goes to nobody without an address, with a stopped one only, or who was erased", async () => {
  await world.addPerson("Zoe", null);
  await send({ kind: "fresh_link" }, "Zoe");
  await send({ kind: "fresh_link" }, "Nobody");
  await database.db.execute(sql`
    insert into suppressions (workspace_id, channel, address, reason, at)
    values (${world.workspaceId}, 'email', 'ana@example.com', 'bounced', now())`);
  await send({ kind: "fresh_link" });
  expect(mails()).toEqual([]);
});

test("a code goes to the new address alone, in the reader's language", async () => {
  await speak("ar");
  await database.db.execute(sql`
    insert into suppressions (workspace_id, channel, address, reason, at)
    values (${world.workspaceId}, 'email', 'somebody-else@example.com', 'bounced', now())`);
  const changeId = await change("email", "new@example.org");
  await send({ kind: "code", channel: "email", changeId });
  const [letter, ...others] = mails();
  expect(others).toEqual([]);
  expect(JSON.stringify(letter?.to)).toContain("new@example.org");
  expect(letter?.html).toContain('<html lang="ar" dir="rtl">');
  expect(letter?.text).toContain(addressCode(ctx().config.appSecret, changeId));
});

test("a code for a phone is one SMS", async () => {
  const changeId = await change("sms", "+4915112345678");
  await send({ kind: "code", channel: "sms", changeId });
  expect(phone.accepted.map(({ raw }) => JSON.parse(raw))).toMatchObject([
    { To: "+4915112345678", Body: expect.stringContaining("Shop: your code is") },
  ]);
  expect(mails()).toEqual([]);
});

test("a code that another one replaced, or for a stopped address, is not sent", async () => {
  const first = await change("email", "new@example.org");
  const second = await change("email", "gone@example.org");
  await database.db.execute(sql`
    insert into suppressions (workspace_id, channel, address, reason, at)
    values (${world.workspaceId}, 'email', 'Gone@example.org', 'complained', now())`);
  for (const changeId of [first, second, randomUUID()]) {
    await send({ kind: "code", channel: "email", changeId });
  }
  expect(mails()).toEqual([]);
});

test("the old address hears of the change, without the new one", async () => {
  const newAddress = "n•••@example.org";
  await send({ kind: "address_changed", channel: "email", to: "old@example.com", newAddress });
  expect(mails()).toMatchObject([{ text: expect.stringContaining(newAddress) }]);
});

test("a sandbox reaches nobody: its letters are read in its audit log", async () => {
  world = await testWorld(database.db, "sandbox");
  const changeId = await change("email", "new@example.org");
  await send({ kind: "code", channel: "email", changeId });
  await send({ kind: "fresh_link" });
  expect(mails()).toEqual([]);
  const code = addressCode(ctx().config.appSecret, changeId);
  expect(await kept()).toMatchObject([
    { action: "person.letter_kept", detail: { text: expect.stringContaining(code) } },
    { action: "person.letter_kept", detail: { text: expect.stringContaining("/p/") } },
  ]);
});

test("what a provider may take later is tried again, what it refuses is told to the operator", async () => {
  mail.behave("outage");
  await expect(send({ kind: "fresh_link" })).rejects.toThrow("refused");
  mail.behave("refuse");
  await send({ kind: "fresh_link" });
  expect(await kept()).toMatchObject([{ action: "person.letter_failed" }]);
});

test("a live letter keeps no link and no code in the audit", async () => {
  const changeId = await change("email", "new@example.org");
  await send({ kind: "code", channel: "email", changeId });
  await send({ kind: "fresh_link" });
  const text = JSON.stringify(await kept());
  expect(text).not.toContain(addressCode(ctx().config.appSecret, changeId));
  expect(text).not.toContain("/p/");
});

test("names stay words in a letter", async () => {
  await database.db.execute(sql`
    update workspaces set name = ${'<b>"Shop"</b>\r\nBcc: x@example.com'} where id = ${world.workspaceId}`);
  await send({ kind: "fresh_link" });
  const [letter] = mails();
  expect(letter?.html).not.toContain("<b>");
  expect(letter?.subject).not.toMatch(/[\r\n]/);
});
