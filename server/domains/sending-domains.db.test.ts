import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Who } from "@/server/cases/verbs";
import { addAccount } from "@/server/channels/add-account";
import { turnAccount } from "@/server/channels/order-accounts";
import type { Config } from "@/server/config";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { sendingDomains } from "./sending-domains";

const SMTP = { host: "smtp.example.com", port: "587", security: "starttls" };
const BY_SMTP: Partial<Config> = {
  emailFrom: "Host <post@host.example.com>",
  smtpUrl: "smtp://127.0.0.1:1",
};

const UNSIGNED = { selectors: [], ownSelectors: [] };

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx, "live");
});

const domains = (environment: Partial<Config> = {}) => {
  const { db, config } = house.ctx;
  return sendingDomains({ db, config: { ...config, ...environment } }, who.workspaceId);
};
const bySmtp = (from: string, fields: Record<string, string> = {}) =>
  addAccount(house.ctx, who, {
    provider: "smtp",
    name: from,
    fields: { ...SMTP, from, ...fields },
  });
const byResend = (from: string) =>
  addAccount(house.ctx, who, {
    provider: "resend",
    name: from,
    fields: { from, apiKey: "re_0123456789abcdef" },
  });

test("nothing is sent from anywhere before there is an account", async () => {
  expect(await domains()).toEqual([]);
});

test("a workspace's own domains come before the one of the environment", async () => {
  await bySmtp("Shop <billing@Shop.example.com>");
  expect(await domains(BY_SMTP)).toEqual([
    { ...UNSIGNED, domain: "shop.example.com", returnPaths: ["shop.example.com"] },
    { ...UNSIGNED, domain: "host.example.com", returnPaths: ["host.example.com"] },
  ]);
});

test("over SMTP envelopes come from the domain of the replies, where there is one", async () => {
  await bySmtp("Shop <billing@shop.example.com>");
  await byResend("b@news.example.com");
  const inbound = { domain: "replies.example.com", port: null, tls: null };
  expect((await domains({ inbound })).map(({ returnPaths }) => returnPaths)).toEqual([
    ["replies.example.com"],
    ["send.news.example.com"],
  ]);
});

test("an account that signs is looked up by its selector, one that does not by the usual ones", async () => {
  await bySmtp("a@signed.example.com", { dkim: "on", dkimSelector: "ft1" });
  await bySmtp("a@plain.example.com", { dkimSelector: "ft1" });
  expect((await domains()).map(({ selectors }) => selectors)).toEqual([["ft1"], []]);
});

test("Resend's bounces come to a name below the domain, those of SMTP to the domain itself", async () => {
  await bySmtp("a@shop.example.com", { dkim: "on", dkimSelector: "ft1" });
  await byResend("b@shop.example.com");
  expect(await domains()).toEqual([
    {
      domain: "shop.example.com",
      selectors: ["ft1", "resend"],
      ownSelectors: ["ft1"],
      returnPaths: ["shop.example.com", "send.shop.example.com"],
    },
  ]);
});

test("accounts that are off, of another channel or of another workspace send from no domain here", async () => {
  const { id } = await bySmtp("a@off.example.com");
  await turnAccount(house.ctx, who, { id, enabled: false });
  await addAccount(house.ctx, who, { provider: "webhook", name: "Hook", fields: {} });
  const here = who;
  who = await newWorkspace(house.ctx, "live");
  await bySmtp("a@other.example.com");
  who = here;
  expect(await domains()).toEqual([]);
});
