import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAudit } from "@/db/queries/audit";
import { listAccounts } from "@/db/queries/channel-accounts";
import type { Who } from "@/server/cases/verbs";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { ACCOUNTS_MAX, addAccount } from "./add-account";
import { changeAccount, renewSigningSecret } from "./change-account";
import { deleteAccount } from "./delete-account";
import { listChannels } from "./list-channels";
import { moveAccount, turnAccount } from "./order-accounts";

const PASSWORD = "correct-horse-battery-staple";
const SMTP = {
  from: "Shop <billing@shop.example.com>",
  host: "smtp.example.com",
  port: "587",
  security: "starttls",
  user: "shop",
  password: PASSWORD,
};
const RESEND = { from: "billing@shop.example.com", apiKey: "re_0123456789abcdef" };

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx, "live");
});

const add = (name: string, fields: Record<string, string> = SMTP) =>
  addAccount(house.ctx, who, { provider: "apiKey" in fields ? "resend" : "smtp", name, fields });
const email = async (ctx = house.ctx) => (await listChannels(ctx, who.workspaceId)).email;
const names = async () => (await email()).accounts.map(({ name, state }) => `${name} ${state}`);
const elsewhere = () => {
  const { ctx } = house;
  return {
    ...ctx,
    config: { ...ctx.config, appSecret: "another secret of thirty-two characters" },
  };
};
/** Everything the database and the console's answers hold, as one text. */
async function everything(): Promise<string> {
  const { db } = house.ctx;
  const rows = [
    ...(await db.execute(sql`select a::text as t from channel_accounts a`)),
    ...(await db.execute(sql`select a::text as t from audit_log a`)),
  ];
  return JSON.stringify([rows, await listChannels(house.ctx, who.workspaceId)]);
}

test("the first account that is on is used, whatever the order they were added in", async () => {
  await add("One");
  const { id } = await add("Two", RESEND);
  await add("Three");
  expect(await names()).toEqual(["One used", "Two on", "Three on"]);
  await moveAccount(house.ctx, who, { id, direction: "up" });
  expect(await names()).toEqual(["Two used", "One on", "Three on"]);
  await moveAccount(house.ctx, who, { id, direction: "up" });
  expect(await names()).toEqual(["Two used", "One on", "Three on"]);
  await turnAccount(house.ctx, who, { id, enabled: false });
  expect(await names()).toEqual(["Two off", "One used", "Three on"]);
  await deleteAccount(house.ctx, who, id);
  expect(await names()).toEqual(["One used", "Three on"]);
});

test("a secret is in clear nowhere: not in the tables, not in the audit log, not in what a page is given", async () => {
  const { id } = await add("Main");
  await changeAccount(house.ctx, who, { id, name: "Main", fields: { ...SMTP, password: "" } });
  await add("Second", RESEND);
  const text = await everything();
  expect(text).toContain("smtp.example.com");
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toContain(RESEND.apiKey);
  expect((await email()).accounts.map(({ secretEnd }) => secretEnd)).toEqual(["aple", "cdef"]);
});

test("an empty secret keeps the old one, a filled one takes its place", async () => {
  const { id } = await add("Main");
  await changeAccount(house.ctx, who, { id, name: "Mail", fields: { ...SMTP, password: "" } });
  expect((await email()).accounts).toMatchObject([{ name: "Mail", secretEnd: "aple" }]);
  const fields = { ...SMTP, host: "mail.example.com", password: "another-password" };
  await changeAccount(house.ctx, who, { id, name: "Mail", fields });
  expect((await email()).accounts).toMatchObject([
    { secretEnd: "word", settings: { host: "mail.example.com" } },
  ]);
  const { rows } = await listAudit(house.ctx.db, who.workspaceId, {}, { limit: 5 });
  expect(rows.map(({ action, detail }) => [action, detail?.renewed])).toEqual([
    ["channel_account.changed", ["password"]],
    ["channel_account.changed", []],
    ["channel_account.added", undefined],
  ]);
});

test("a secret that is kept is told to no other server: it must be entered again", async () => {
  const { id } = await add("Main");
  const moved = { ...SMTP, host: "smtp.elsewhere.example.net", password: "" };
  const moving = changeAccount(house.ctx, who, { id, name: "Main", fields: moved });
  await expect(moving).rejects.toMatchObject({ errors: [{ path: "password" }] });
  expect((await email()).accounts).toMatchObject([{ settings: { host: "smtp.example.com" } }]);
});

test("under another APP_SECRET an account cannot be read, and can be once its secret is entered again", async () => {
  const { id } = await add("Main");
  const ctx = elsewhere();
  expect(await email(ctx)).toMatchObject({
    used: null,
    accounts: [{ name: "Main", state: "unreadable", secretEnd: null }],
  });
  const again = changeAccount(ctx, who, { id, name: "Main", fields: { ...SMTP, password: "" } });
  await expect(again).rejects.toMatchObject({ errors: [{ path: "password" }] });
  await changeAccount(ctx, who, { id, name: "Main", fields: SMTP });
  expect(await email(ctx)).toMatchObject({ used: "Main", accounts: [{ state: "used" }] });
});

test("a field that is wrong is named, and nothing is kept", async () => {
  const wrong = [
    [{ ...SMTP, port: "70000" }, "port"],
    [{ ...SMTP, from: "nobody" }, "from"],
    [{ ...SMTP, host: "https://smtp.example.com" }, "host"],
    [{ ...SMTP, security: "perhaps" }, "security"],
    [{ ...SMTP, password: "" }, "password"],
  ] as const;
  for (const [fields, path] of wrong) {
    const refused = await add("Main", fields).catch((error: unknown) => error);
    expect(pathsOf(refused), path).toEqual([path]);
  }
  expect(await listAccounts(house.ctx.db, who.workspaceId)).toEqual([]);
});

test("servers inside the own network are refused, unless private calls are allowed", async () => {
  const ctx = { ...house.ctx, config: { ...house.ctx.config, allowPrivateCalls: false } };
  const hosts = ["localhost", "127.0.0.1", "10.0.0.7", "192.168.1.2", "169.254.169.254", "[::1]"];
  for (const host of hosts) {
    const input = { provider: "smtp" as const, name: host, fields: { ...SMTP, host } };
    await expect(addAccount(ctx, who, input), host).rejects.toMatchObject({
      errors: [{ path: "host" }],
    });
    await addAccount(house.ctx, who, input);
  }
  const sms = { accountSid: `AC${"0".repeat(32)}`, from: "Shop", authToken: PASSWORD };
  const fields = { ...sms, baseUrl: "http://twilio.example.com" };
  const twilio = { provider: "twilio" as const, name: "T", fields };
  await expect(addAccount(ctx, who, twilio)).rejects.toMatchObject({
    errors: [{ path: "baseUrl" }],
  });
  const chat = { provider: "webhook" as const, name: "W", fields: { url: "https://10.1.2.3/x" } };
  await expect(addAccount(ctx, who, chat)).rejects.toMatchObject({ errors: [{ path: "url" }] });
});

test("an account whose address is not called as the installation is set now is shown as one", async () => {
  const fields = { url: "http://localhost:9/hook" };
  await addAccount(house.ctx, who, { provider: "webhook", name: "W", fields });
  const barred = async (allowPrivateCalls: boolean) => {
    const config = { ...house.ctx.config, allowPrivateCalls };
    const { webhook } = await listChannels({ ...house.ctx, config }, who.workspaceId);
    return webhook.accounts.map(({ isBarred }) => isBarred);
  };
  expect(await barred(true)).toEqual([false]);
  expect(await barred(false)).toEqual([true]);
});

test("a Resend account names no server of its own: its library would follow it anywhere", async () => {
  await add("Main", { ...RESEND, baseUrl: "https://api.example.com" });
  const [row] = await listAccounts(house.ctx.db, who.workspaceId);
  expect(row?.settings).toEqual({ from: RESEND.from });
});

test("two accounts cannot have one name, and a workspace has at most twenty", async () => {
  const { id } = await add("Main");
  await expect(add("Main")).rejects.toMatchObject({ errors: [{ path: "name" }] });
  await changeAccount(house.ctx, who, { id, name: "Main", fields: SMTP });
  for (let n = 1; n < ACCOUNTS_MAX; n++) await add(`Number ${n}`);
  await expect(add("One more")).rejects.toMatchObject({ code: "conflict" });
});

test("accounts added at the same moment all stand in one order", async () => {
  await Promise.all(["A", "B", "C", "D"].map((name) => add(name)));
  const positions = (await listAccounts(house.ctx.db, who.workspaceId)).map((row) => row.position);
  expect(positions).toEqual([1, 2, 3, 4]);
});

test("another workspace's account cannot be touched", async () => {
  const { id } = await add("Main");
  const stranger = await newWorkspace(house.ctx, "live");
  const { ctx } = house;
  await expect(deleteAccount(ctx, stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(
    changeAccount(ctx, stranger, { id, name: "Mine", fields: SMTP }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(await names()).toEqual(["Main used"]);
});

test("the signing secret of a webhook is told once; renewed, it is another one", async () => {
  const fields = { url: "https://hooks.example.com/services/T0/B0/xyz" };
  const { id, secret } = await addAccount(house.ctx, who, {
    provider: "webhook",
    name: "Chat",
    fields,
  });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await changeAccount(house.ctx, who, { id, name: "Chat", fields: {} });
  const renewed = await renewSigningSecret(house.ctx, who, id);
  expect(renewed).toMatch(/^whsec_/);
  expect(renewed).not.toBe(secret);
  const text = await everything();
  for (const hidden of [secret ?? "", renewed, "T0/B0"]) expect(text).not.toContain(hidden);
  const { webhook } = await listChannels(house.ctx, who.workspaceId);
  expect(webhook.accounts).toMatchObject([{ sender: "hooks.example.com", secretEnd: "/xyz" }]);
});

test("a webhook that could not be read gets a new signing secret, told once", async () => {
  const ctx = elsewhere();
  const input = { provider: "webhook" as const, name: "Chat", fields: {} };
  const { id, secret } = await addAccount(ctx, who, input);
  const change = () => changeAccount(house.ctx, who, { id, name: "Chat", fields: {} });
  const told = (await change()).secret;
  expect(told).toMatch(/^whsec_/);
  expect(told).not.toBe(secret);
  expect(await change()).toEqual({ secret: null });
  const { webhook } = await listChannels(house.ctx, who.workspaceId);
  expect(webhook.accounts).toMatchObject([{ state: "used" }]);
});

test("the keys of browsers' notifications are ours, and no form changes them", async () => {
  const fields = { subject: "mailto:ops@example.com", publicKey: "theirs", privateKey: "theirs" };
  const { id } = await addAccount(house.ctx, who, { provider: "web_push", name: "Push", fields });
  const key = async () =>
    (await listChannels(house.ctx, who.workspaceId)).push.accounts[0]?.settings.publicKey;
  const made = await key();
  expect(made).toMatch(/^[\w-]{87}$/);
  const subject = "https://example.com/contact";
  await changeAccount(house.ctx, who, { id, name: "Push", fields: { ...fields, subject } });
  expect(await key()).toBe(made);
});

function pathsOf(error: unknown): unknown[] {
  if (typeof error !== "object" || error === null) return [];
  if ("issues" in error) return (error.issues as { path: unknown[] }[]).map(({ path }) => path[0]);
  return "errors" in error ? (error.errors as { path: string }[]).map(({ path }) => path) : [];
}
