import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accountName } from "@/core/channel/account";
import { inTransaction } from "@/db/client";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { deliverRetry } from "@/server/delivery/deliver";
import { deliveryTest, testWorld } from "@/server/delivery/testing";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { type FakeServer, fakeSmtp } from "@/server/providers/testing";
import { fakePeer } from "@/server/providers/testing-http";
import { storedAccounts } from "./account-providers";
import { addAccount } from "./add-account";
import { changeAccount } from "./change-account";
import { deleteAccount } from "./delete-account";
import { moveAccount, turnAccount } from "./order-accounts";

const it = deliveryTest();
let first: FakeServer;
let second: FakeServer;
beforeAll(async () => {
  [first, second] = await Promise.all([fakeSmtp(), fakeSmtp()]);
});
afterAll(() => Promise.all([first.close(), second.close()]));
beforeEach(() => {
  for (const server of [first, second]) server.accepted.length = 0;
});

const fieldsOf = (server: FakeServer, from: string) => {
  const { hostname: host, port } = new URL(server.url);
  return { from, host, port, security: "none" };
};

/** A live workspace with a worker whose environment names Resend, or nothing. */
async function house(environment: "resend" | "nothing" = "resend") {
  const world = await testWorld(it.db());
  const who: Who = { workspaceId: world.workspaceId, actor: { kind: "api", name: "tests" } };
  const started = it.start();
  const config = { ...started.ctx.config, allowPrivateCalls: true };
  const ctx: Ctx = { ...started.ctx, config };
  const named = [createResend({ apiKey: "re_test", baseUrl: it.server().url })];
  const providers = providerRegistry(environment === "resend" ? named : [], storedAccounts(config));
  const add = async (name: string, server: FakeServer, from: string) => {
    const fields = fieldsOf(server, from);
    return (await addAccount(ctx, who, { provider: "smtp", name, fields })).id;
  };
  const send = async () => {
    const id = await world.addMessage(await world.addCase());
    await started.deliver({ providers });
    return world.message(id);
  };
  return { ctx, who, world, providers, add, send, started };
}

/** A receiver that asks for nothing. */
const takesAll = () =>
  fakePeer({
    read: ({ headers, body }) => ({ key: String(headers["webhook-id"]), raw: body.toString() }),
    accept: () => ({ status: 200 }),
    refuse: { status: 400 },
    outage: { status: 503 },
    rateLimit: { status: 429 },
  });

async function revisionOf(workspaceId: string): Promise<number> {
  const [row] = await it.db().execute<{ revision: number }>(sql`
    select accounts_revision::float8 as revision from workspaces where id = ${workspaceId}`);
  return row?.revision ?? 0;
}

const senders = (server: FakeServer) =>
  server.accepted.map(({ raw }) => /^From: (.*)$/m.exec(raw)?.[1]?.trim());

test("an account that is added takes the very next message, with its own sender", async () => {
  const { add, send } = await house();
  expect(await send()).toMatchObject({ status: "sent", provider: "resend" });
  const id = await add("Main", first, "Accounts <accounts@shop.example.com>");
  expect(await send()).toMatchObject({ status: "sent", provider: accountName(id) });
  expect(senders(first)).toEqual(["Accounts <accounts@shop.example.com>"]);
  expect(first.accepted[0]?.key).toMatch(/@shop\.example\.com>$/);
  expect(it.server().accepted).toHaveLength(1);
});

test("the account that is moved to the top takes over, and the one below it when that is off or removed", async () => {
  const { ctx, who, add, send } = await house();
  await add("One", first, "one@shop.example.com");
  const id = await add("Two", second, "two@shop.example.com");
  await send();
  expect([senders(first), senders(second)]).toEqual([["one@shop.example.com"], []]);
  await moveAccount(ctx, who, { id, direction: "up" });
  await send();
  expect(senders(second)).toEqual(["two@shop.example.com"]);
  await turnAccount(ctx, who, { id, enabled: false });
  await send();
  expect(senders(first)).toHaveLength(2);
  await turnAccount(ctx, who, { id, enabled: true });
  await send();
  expect(senders(second)).toHaveLength(2);
  await deleteAccount(ctx, who, id);
  await send();
  expect([senders(first).length, senders(second).length]).toEqual([3, 2]);
});

test("a changed sender and server hold from the next message on", async () => {
  const { ctx, who, add, send } = await house();
  const id = await add("Main", first, "one@shop.example.com");
  await send();
  const fields = fieldsOf(second, "two@shop.example.com");
  await changeAccount(ctx, who, { id, name: "Main", fields });
  await send();
  expect([senders(first), senders(second)]).toEqual([
    ["one@shop.example.com"],
    ["two@shop.example.com"],
  ]);
});

test("when the last account is off and the environment names none, messages are held", async () => {
  const { ctx, who, add, send } = await house("nothing");
  const id = await add("Main", first, "one@shop.example.com");
  expect(await send()).toMatchObject({ status: "sent" });
  await turnAccount(ctx, who, { id, enabled: false });
  expect(await send()).toMatchObject({ status: "held", code: "held.no_provider" });
});

test("where no webhook account was ever made, such messages end, so that the next channel has its turn", async () => {
  const { world, providers, started, add } = await house("nothing");
  await add("Main", first, "one@shop.example.com");
  const messageId = await world.addMessage(await world.addCase(), { channel: "webhook" });
  await started.deliver({ providers });
  expect(await world.message(messageId)).toMatchObject({
    status: "not_sent",
    code: "skip.no_address",
  });
});

test("when the webhook account is off, messages to people without an address of their own are held", async () => {
  const { ctx, who, world, providers, started } = await house("nothing");
  const chat = await takesAll();
  const fields = { url: `${chat.url}/team` };
  const { id } = await addAccount(ctx, who, { provider: "webhook", name: "Chat", fields });
  await turnAccount(ctx, who, { id, enabled: false });
  const messageId = await world.addMessage(await world.addCase(), { channel: "webhook" });
  await started.deliver({ providers });
  expect(await world.message(messageId)).toMatchObject({
    status: "held",
    code: "held.no_provider",
    params: { channel: "webhook" },
  });
  await turnAccount(ctx, who, { id, enabled: true });
  await it.dueNow(world.workspaceId);
  await started.deliver({ providers });
  expect(await world.message(messageId)).toMatchObject({ status: "sent" });
  expect(chat.paths).toEqual(["/team"]);
  await chat.close();
});

test("a message that may have left through an account ends unknown when that is turned off, and stays with it while it is on", async () => {
  const { ctx, who, world, providers, started } = await house("nothing");
  const [one, two] = await Promise.all([takesAll(), takesAll()]);
  const addChat = async (name: string, url: string) =>
    (await addAccount(ctx, who, { provider: "webhook", name, fields: { url } })).id;
  const id = await addChat("One", one.url);
  const other = await addChat("Two", two.url);
  const add = async () => world.addMessage(await world.addCase(), { channel: "webhook" });
  const messages = [await add(), await add()] as const;
  one.behave("drop");
  await started.deliver({ providers });
  one.behave("accept");
  const retry = (messageId: string) => {
    const round = { workerId: started.workerId, providers };
    return deliverRetry(ctx, round, { workspaceId: who.workspaceId, messageId });
  };
  await moveAccount(ctx, who, { id: other, direction: "up" });
  await retry(messages[0]);
  expect(await world.message(messages[0])).toMatchObject({
    status: "sent",
    provider: accountName(id),
  });
  await turnAccount(ctx, who, { id, enabled: false });
  await retry(messages[1]);
  expect(await world.message(messages[1])).toMatchObject({
    status: "unknown",
    code: "fail.unknown",
    params: { channel: "webhook", why: "no_provider", provider: accountName(id) },
  });
  expect(two.requests).toBe(0);
  await Promise.all([one.close(), two.close()]);
});

test("an account of one workspace sends nothing of another", async () => {
  const { add } = await house();
  await add("Main", first, "one@shop.example.com");
  const other = await house();
  expect(await other.send()).toMatchObject({ status: "sent", provider: "resend" });
  expect(first.accepted).toEqual([]);
});

test("an account sealed under another APP_SECRET counts as not there", async () => {
  const { who, ctx, add, world, started } = await house("nothing");
  await add("Main", first, "one@shop.example.com");
  const config = { ...ctx.config, appSecret: "another secret of thirty-two characters" };
  const providers = providerRegistry([], storedAccounts(config));
  const id = await world.addMessage(await world.addCase());
  await started.deliver({ providers });
  expect(await world.message(id)).toMatchObject({ status: "held", code: "held.no_provider" });
  expect(providers.find(who.workspaceId, "email")).toBeNull();
});

test("a workspace that never had an account costs delivery no query for it", async () => {
  const { providers, who } = await house();
  const nothing = { $client: null } as never;
  await providers.load(nothing, [{ id: who.workspaceId, accountsRevision: 0 }]);
  expect(providers.find(who.workspaceId, "email")?.name).toBe("resend");
});

test("a workspace that a batch names is not forgotten for another one", async () => {
  const { ctx } = await house("nothing");
  const providers = providerRegistry([], storedAccounts(ctx.config, undefined, 2));
  const withAccount = async () => {
    const { add, who, world } = await house("nothing");
    await add("Main", first, "one@shop.example.com");
    return { id: who.workspaceId, accountsRevision: await revisionOf(world.workspaceId) };
  };
  const [a, b, c] = [await withAccount(), await withAccount(), await withAccount()];
  const load = (...batch: (typeof a)[]) =>
    inTransaction(it.db(), (tx) => providers.load(tx, batch));
  const known = () => [a, b, c].map(({ id }) => providers.find(id, "email") !== null);
  await load(a, b);
  await load(a, c);
  expect(known()).toEqual([true, false, true]);
  await load(c);
  await load(b, c);
  expect(known()).toEqual([false, true, true]);
  await load(a, b, c);
  expect(known()).toEqual([true, true, true]);
  await providers.close();
});

test("what was read once is not read again until something changes", async () => {
  const { providers, who, add, send } = await house();
  await add("Main", first, "one@shop.example.com");
  await send();
  const accountsRevision = await revisionOf(who.workspaceId);
  expect(accountsRevision).toBeGreaterThan(0);
  const nothing = { $client: null } as never;
  await providers.load(nothing, [{ id: who.workspaceId, accountsRevision }]);
  await expect(
    providers.load(nothing, [{ id: who.workspaceId, accountsRevision: accountsRevision + 1 }]),
  ).rejects.toThrow();
});
