import { afterAll, beforeAll, expect, test } from "vitest";
import { accountName } from "@/core/channel/account";
import { MessageDetail } from "@/core/contracts/messages";
import { storedAccounts } from "@/server/channels/account-providers";
import { addAccount } from "@/server/channels/add-account";
import { deleteAccount } from "@/server/channels/delete-account";
import { deliverRetry } from "@/server/delivery/deliver";
import { deliveryTest, testWorld } from "@/server/delivery/testing";
import { providerRegistry } from "@/server/providers/registry";
import { type FakeServer, fakeSmtp } from "@/server/providers/testing";
import { messageDetail } from "./message-shape";
import { accountsTried } from "./tries";

const it = deliveryTest();
let first: FakeServer;
let second: FakeServer;
beforeAll(async () => {
  [first, second] = await Promise.all([fakeSmtp(), fakeSmtp()]);
});
afterAll(() => Promise.all([first.close(), second.close()]));

test("the API names the account of each attempt, unless it is gone", async () => {
  const world = await testWorld(it.db());
  const { workspaceId } = world;
  const who = { workspaceId, actor: { kind: "api" as const, name: "tests" } };
  const { ctx: bare, deliver, workerId } = it.start();
  const config = { ...bare.config, allowPrivateCalls: true };
  const ctx = { ...bare, config };
  const providers = providerRegistry([], storedAccounts(config));
  const add = async (name: string, server: FakeServer) => {
    const { hostname: host, port } = new URL(server.url);
    const fields = { from: "shop@example.com", host, port, security: "none" };
    return (await addAccount(ctx, who, { provider: "smtp", name, fields })).id;
  };
  const main = await add("Main", first);
  const id = await world.addMessage(await world.addCase());
  first.behave("outage");
  await deliver({ providers });
  await deleteAccount(ctx, who, main);
  const spare = await add("Spare", second);
  await deliverRetry(ctx, { workerId, providers }, { workspaceId, messageId: id });
  const row = await world.message(id);
  const accounts = await accountsTried(ctx.db, [row]);
  const reader = { locale: "en", zone: "UTC", names: {}, accounts };
  const { tries, attempts } = MessageDetail.parse(messageDetail(row, [], reader));
  expect(attempts).toBe(2);
  expect(tries).toMatchObject([
    { provider: accountName(main), account: null, end: "refused", text: expect.any(String) },
    { provider: accountName(spare), account: "Spare", end: "taken", text: null },
  ]);
});
