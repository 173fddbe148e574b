import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountName } from "@/core/channel/account";
import { deviceAddress } from "@/core/delivery/push-address";
import { countLastHour } from "@/db/queries/channel-outcomes";
import { NO_WORKSPACE, openCircuit } from "@/db/queries/provider-health";
import type { Who } from "@/server/cases/verbs";
import { deliveryTest, testWorld } from "@/server/delivery/testing";
import type { Provider } from "@/server/providers/provider";
import { providerRegistry } from "@/server/providers/registry";
import { addAccount } from "./add-account";
import { listChannels } from "./list-channels";
import { turnAccount } from "./order-accounts";

const it = deliveryTest();
const down = { blame: "outage", error: "No answer in time", waitMs: 0 } as const;

async function house() {
  const world = await testWorld(it.db());
  const { ctx, deliver } = it.start();
  const who: Who = { workspaceId: world.workspaceId, actor: { kind: "api", name: "tests" } };
  const add = async (name: string) => {
    const fields = { from: "billing@shop.example.com", apiKey: "re_0123456789abcdef" };
    return (await addAccount(ctx, who, { provider: "resend", name, fields })).id;
  };
  const email = async () => (await listChannels(ctx, world.workspaceId)).email;
  return { ...world, ctx, who, add, email, deliver };
}

test("an account that is down is shown with what waits for it, and the next one is used", async () => {
  const { workspaceId, add, email, addCase, addMessage } = await house();
  const [one, two] = [await add("One"), await add("Two")];
  expect((await email()).used).toBe("One");
  await openCircuit(it.db(), { workspaceId, provider: accountName(one) }, down);
  const messageId = await addMessage(await addCase());
  await it.db().execute(sql`
    update messages set status = 'held', code = 'held.provider_down',
      params = jsonb_build_object('provider', ${accountName(one)}::text) where id = ${messageId}`);
  const { accounts, used } = await email();
  expect(used).toBe("Two");
  expect(accounts.map(({ id, state, down: why }) => [id, state, why?.waiting])).toEqual([
    [one, "on", 1],
    [two, "used", undefined],
  ]);
  expect(accounts[0]?.down).toMatchObject({ blame: "outage", lastError: "No answer in time" });
});

test("a change of the account closes its circuit, and what waited is due", async () => {
  const { ctx, who, workspaceId, add, email, addCase, addMessage, message } = await house();
  const id = await add("One");
  await openCircuit(it.db(), { workspaceId, provider: accountName(id) }, down);
  const messageId = await addMessage(await addCase());
  await it.db().execute(sql`
    update messages set status = 'held', code = 'held.provider_down',
      deliver_at = now() + interval '10 minutes',
      params = jsonb_build_object('provider', ${accountName(id)}::text) where id = ${messageId}`);
  await turnAccount(ctx, who, { id, enabled: true });
  expect((await email()).accounts[0]?.down).toBeNull();
  expect((await message(messageId)).deliverAt?.getTime()).toBeLessThanOrEqual(Date.now());
});

test("what is down in one workspace is not shown in another; what the environment names is", async () => {
  const [one, other] = [await house(), await house()];
  const id = await one.add("One");
  await openCircuit(it.db(), { workspaceId: one.workspaceId, provider: accountName(id) }, down);
  expect((await other.email()).accounts).toEqual([]);
  await openCircuit(it.db(), { workspaceId: NO_WORKSPACE, provider: "resend" }, down);
  const config = {
    ...other.ctx.config,
    resend: { apiKey: "re_1", baseUrl: null, webhookSecret: null },
  };
  const { email } = await listChannels({ ...other.ctx, config }, other.workspaceId);
  expect(email.environment[0]?.down).toMatchObject({ blame: "outage" });
});

test("a push message takes the account that reaches the person's newest address", async () => {
  const { deliver, addPerson, addCase, addMessage, message, workspaceId } = await house();
  const account = (name: string, prefix: string): Provider => ({
    name,
    channel: "push",
    idempotent: false,
    whenUnknown: "retry",
    concurrencyMax: 5,
    takes: (address) => address.startsWith(prefix),
    send: async ({ id }) => ({ ok: true, providerMessageId: id }),
  });
  const providers = providerRegistry([account("browsers", "{"), account("phones", "fcm:")]);
  const send = async (person: string, addresses: string[]) => {
    await addPerson(person, null);
    for (const [index, address] of addresses.entries()) {
      await it.db().execute(sql`
        insert into contact_points (workspace_id, person_id, channel, address, verified_at, created_at)
        values (${workspaceId}, ${person}, 'push', ${address}, now(),
          now() + ${index} * interval '1 second')`);
    }
    const id = await addMessage(await addCase({ personId: person }), {
      personId: person,
      channel: "push",
      topic: null,
    });
    await deliver({ providers });
    return message(id);
  };
  const browser = '{"endpoint":"https://push.example/1"}';
  const phone = deviceAddress({ token: "abc" });
  expect(await send("Bea", [browser])).toMatchObject({ provider: "browsers", to: browser });
  expect(await send("Cem", [phone])).toMatchObject({ provider: "phones", to: phone });
  expect(await send("Dan", [phone, browser])).toMatchObject({ provider: "browsers", to: browser });
  expect(await send("Eva", [browser, phone])).toMatchObject({ provider: "phones", to: phone });
});

test("what is held is counted however long ago it was planned; the rest of the hour is what has an end", async () => {
  const { workspaceId, addCase, addMessage } = await house();
  const [old, sent, planned] = [
    await addMessage(await addCase()),
    await addMessage(await addCase()),
    await addMessage(await addCase()),
  ];
  await it.db().execute(sql`
    update messages set planned_at = now() - interval '3 days', status = 'held', code = 'held.cap'
    where id = ${old}`);
  await it.db().execute(sql`update messages set status = 'sent' where id = ${sent}`);
  await it.db().execute(sql`update messages set status = 'planned' where id = ${planned}`);
  const now = Date.now();
  const counts = await countLastHour(it.db(), workspaceId, { databaseNow: now, now });
  expect(counts.get("email")).toEqual({ sent: 1, held: 1, not_sent: 0, failed: 0 });
});
