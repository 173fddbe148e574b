import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PersonId } from "@/core/ids";
import { listAudit } from "@/db/queries/audit";
import type { Who } from "@/server/cases/verbs";
import { addAccount } from "@/server/channels/add-account";
import { addPerson } from "@/server/people/add-person";
import { type FakeServer, fakeSmtp } from "@/server/providers/testing";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { type TestSendInput, testSend } from "./test-send";

let house: House;
let smtp: FakeServer;
let who: Who;
beforeAll(async () => {
  [house, smtp] = await Promise.all([testHouse(), fakeSmtp()]);
});
afterAll(() => Promise.all([house.database.drop(), smtp.close()]));
beforeEach(async () => {
  smtp.accepted.length = 0;
  who = await newWorkspace(house.ctx, "live");
  const { hostname: host, port } = new URL(smtp.url);
  const fields = { from: "Shop <billing@shop.example.com>", host, port, security: "none" };
  await addAccount(house.ctx, who, { provider: "smtp", name: "Main", fields });
});

const ME = "ana@operators.example";
const INPUT: TestSendInput = {
  key: "invoice",
  draft: {
    channel: "email",
    content: {
      subject: "Invoice {{ data.number }} for {{ data.customer }}",
      body: "Hello {{ recipient.firstName }}",
      actions: [{ id: "pay", label: "Pay", kind: "link", url: "https://pay.example/real" }],
    },
  },
  locale: "en",
  personId: null,
  variables: [{ path: "data.number", example: "2041" }],
  to: null,
};
const given = (changes: Partial<TestSendInput>): TestSendInput => ({ ...INPUT, ...changes });
/** Quoted-printable, as it was on the line, read again. */
const mail = () => (smtp.accepted[0]?.raw ?? "").replace(/=\r?\n/g, "").replaceAll("=3D", "=");

test("a test reaches the operator, says that it is one, and its button does nothing", async () => {
  const sent = await testSend(house.ctx, who, INPUT, ME);
  expect(sent).toMatchObject({ to: ME, delivery: { ok: true } });
  expect(mail()).toMatch(/^Subject: \[Test\] Invoice 2041 for \[data\.customer\]/m);
  expect(mail()).toContain("http://followthrough.test/a/test");
  expect(mail()).not.toContain("https://pay.example/real");
  expect(mail()).not.toMatch(/^List-Unsubscribe/m);
  const { rows } = await listAudit(
    house.ctx.db,
    who.workspaceId,
    { action: "template.tested" },
    { limit: 5 },
  );
  expect(rows[0]).toMatchObject({ target: "invoice", detail: { to: ME, channel: "email" } });
});

test("a typed address must be one that a person here has", async () => {
  await expect(
    testSend(house.ctx, who, given({ to: "stranger@example.com" }), ME),
  ).rejects.toMatchObject({ code: "invalid", errors: [{ path: "to" }] });
  const maria = { id: PersonId.parse("maria"), name: "Maria Weber", email: "maria@example.com" };
  await addPerson(house.ctx, who, maria);
  const sent = await testSend(
    house.ctx,
    who,
    given({ to: "Maria@example.com", personId: maria.id }),
    ME,
  );
  expect(sent).toMatchObject({ to: "maria@example.com", delivery: { ok: true } });
  expect(mail()).toContain("Hello Maria");
});

test("from a sandbox nothing leaves", async () => {
  const sandbox = await newWorkspace(house.ctx, "sandbox");
  const sent = await testSend(house.ctx, sandbox, INPUT, ME);
  expect(sent).toMatchObject({ provider: null, delivery: { ok: true } });
  expect(smtp.accepted).toEqual([]);
});

test("a channel without an account, and one that cannot be tested, are refused", async () => {
  const sms = { channel: "sms" as const, content: { body: "Hi" } };
  await addPerson(house.ctx, who, { name: "Maria", phone: "+4915123456789" });
  await expect(
    testSend(house.ctx, who, given({ draft: sms, to: "+4915123456789" }), ME),
  ).rejects.toMatchObject({ code: "conflict" });
  const push = { channel: "push" as const, content: { body: "Hi" } };
  await expect(testSend(house.ctx, who, given({ draft: push }), ME)).rejects.toMatchObject({
    code: "invalid",
  });
});

test("the eleventh test in ten minutes waits", async () => {
  const sandbox = await newWorkspace(house.ctx, "sandbox");
  for (let n = 0; n < 10; n++) await testSend(house.ctx, sandbox, INPUT, ME);
  await expect(testSend(house.ctx, sandbox, INPUT, ME)).rejects.toMatchObject({
    code: "rate_limited",
  });
});
