import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { countAudit, listAudit } from "@/db/queries/audit";
import type { Who } from "@/server/cases/verbs";
import { type FakeServer, fakeSmtp } from "@/server/providers/testing";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { receiver, verify } from "@/server/testing/receiver";
import { addAccount } from "./add-account";
import { changeAccount } from "./change-account";
import { listChannels } from "./list-channels";
import { turnAccount } from "./order-accounts";
import { testAccount } from "./test-account";

let house: House;
let smtp: FakeServer;
let who: Who;
beforeAll(async () => {
  [house, smtp] = await Promise.all([testHouse(), fakeSmtp()]);
});
afterAll(() => Promise.all([house.database.drop(), smtp.close()]));
beforeEach(async () => {
  smtp.behave("accept");
  smtp.accepted.length = 0;
  who = await newWorkspace(house.ctx, "live");
});

const TO = { to: "ana@example.com", locale: "en" };

async function mailAccount(by = who): Promise<{ id: string }> {
  const { hostname: host, port } = new URL(smtp.url);
  const fields = { from: "Shop <billing@shop.example.com>", host, port, security: "none" };
  const { id } = await addAccount(house.ctx, by, { provider: "smtp", name: "Main", fields });
  return { id };
}
const lastTest = async () =>
  (await listChannels(house.ctx, who.workspaceId)).email.accounts[0]?.lastTest;

test("a test leaves through that account, also while it is off, and says what its server said", async () => {
  const account = await mailAccount();
  await turnAccount(house.ctx, who, { ...account, enabled: false });
  const { delivery, tookMs } = await testAccount(house.ctx, who, { account, ...TO });
  expect(delivery).toMatchObject({ ok: true, providerMessageId: expect.any(String) });
  expect(smtp.accepted[0]?.raw).toMatch(/^From: Shop <billing@shop\.example\.com>/m);
  expect(await lastTest()).toMatchObject({ ok: true, reason: null, tookMs });
});

test("an account that asks for encryption sends nothing in clear", async () => {
  const { hostname: host, port } = new URL(smtp.url);
  const fields = { from: "billing@shop.example.com", host, port, security: "starttls" };
  const input = { provider: "smtp" as const, name: "Main", fields };
  const { id } = await addAccount(house.ctx, who, input);
  const { delivery } = await testAccount(house.ctx, who, { account: { id }, ...TO });
  expect(delivery).toMatchObject({ ok: false, reason: expect.stringMatching(/STARTTLS/i) });
  expect(smtp.accepted).toEqual([]);
});

test("a refusal is told in the provider's own words, and kept", async () => {
  const account = await mailAccount();
  smtp.behave("refuse");
  const { delivery } = await testAccount(house.ctx, who, { account, ...TO });
  expect(delivery).toMatchObject({ ok: false, reason: expect.stringContaining("No such mailbox") });
  expect(await lastTest()).toMatchObject({
    ok: false,
    reason: expect.stringContaining("No such mailbox"),
  });
});

test("a provider of the environment is tested by its name", async () => {
  const config = { ...house.ctx.config, smtpUrl: smtp.url, emailFrom: "env@shop.example.com" };
  const ctx = { ...house.ctx, config };
  const input = { account: { environment: "smtp" }, ...TO };
  expect(await testAccount(ctx, who, input)).toMatchObject({ delivery: { ok: true } });
  expect(smtp.accepted[0]?.raw).toMatch(/^From: env@shop\.example\.com/m);
  await expect(testAccount(house.ctx, who, input)).rejects.toMatchObject({ code: "not_found" });
});

test("a sandbox sends no test", async () => {
  const sandbox = await newWorkspace(house.ctx, "sandbox");
  const account = await mailAccount(sandbox);
  const sending = testAccount(house.ctx, sandbox, { account, ...TO });
  await expect(sending).rejects.toMatchObject({ code: "conflict" });
  expect(smtp.accepted).toEqual([]);
});

test("what is no address is refused at its field", async () => {
  const account = await mailAccount();
  const sending = testAccount(house.ctx, who, { account, to: "nobody", locale: "en" });
  await expect(sending).rejects.toMatchObject({ code: "invalid", errors: [{ path: "to" }] });
});

test("the eleventh test within ten minutes is refused", async () => {
  const account = await mailAccount();
  for (let n = 0; n < 10; n++) await testAccount(house.ctx, who, { account, ...TO });
  const once = testAccount(house.ctx, who, { account, ...TO });
  await expect(once).rejects.toMatchObject({ code: "rate_limited", retryAfterS: 600 });
  expect(await countAudit(house.ctx.db, who.workspaceId, "channel.tested", 0)).toBe(10);
});

test("of tests asked for at the same moment only ten leave, and what is refused before costs none", async () => {
  const account = await mailAccount();
  const wrong = { account, to: "nobody", locale: "en" };
  await expect(testAccount(house.ctx, who, wrong)).rejects.toMatchObject({ code: "invalid" });
  const all = await Promise.allSettled(
    Array.from({ length: 13 }, () => testAccount(house.ctx, who, { account, ...TO })),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect(smtp.accepted).toHaveLength(10);
});

test("a test is in the audit log before anything leaves, and its result tells nothing of an account changed meanwhile", async () => {
  const account = await mailAccount();
  smtp.behave("hang");
  const { received } = smtp;
  const testing = testAccount(house.ctx, who, { account, ...TO });
  await vi.waitFor(() => expect(smtp.received).toBeGreaterThan(received), 10_000);
  expect(await countAudit(house.ctx.db, who.workspaceId, "channel.tested", 0)).toBe(1);
  const { hostname: host, port } = new URL(smtp.url);
  const fields = { from: "other@shop.example.com", host, port, security: "none" };
  await changeAccount(house.ctx, who, { ...account, name: "Main", fields });
  smtp.hangUp();
  expect((await testing).delivery).toMatchObject({ ok: false });
  expect(await lastTest()).toBeNull();
});

test("a webhook gets a signed test event at its own address, which the audit log does not hold", async () => {
  const peer = await receiver();
  const fields = { url: new URL("/hidden-path", peer.url).href };
  const input = { provider: "webhook" as const, name: "Chat", fields };
  const { id, secret } = await addAccount(house.ctx, who, input);
  const { delivery } = await testAccount(house.ctx, who, { account: { id }, to: "", locale: "en" });
  expect(delivery).toMatchObject({ ok: true });
  const [heard] = peer.heard;
  expect(heard && verify(heard, secret ?? "")).toMatchObject({ type: "channel.message" });
  const { rows } = await listAudit(house.ctx.db, who.workspaceId, {}, { limit: 5 });
  expect(JSON.stringify(rows)).not.toContain("hidden-path");
  await peer.close();
});
