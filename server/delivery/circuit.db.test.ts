import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OUTAGES_TO_OPEN } from "@/core/channel/circuit";
import type { Delivery, Provider } from "@/server/providers/provider";
import { ProviderStates } from "@/server/providers/provider-states";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { createSmtp } from "@/server/providers/smtp";
import { type FakeServer, fakeResend } from "@/server/providers/testing";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();
let second: FakeServer;
beforeAll(async () => {
  second = await fakeResend();
});
afterAll(() => second.close());
beforeEach(() => {
  second.behave("accept");
  second.accepted.length = 0;
  second.requests = 0;
});

const at = (server: FakeServer, name: string): Provider => ({
  ...createResend({ apiKey: "re_test", baseUrl: server.url }),
  name,
});

/** A worker with two accounts, or one, which knows of others only through the database. */
function worker(accounts: Provider[] = [at(it.server(), "one"), at(second, "two")]) {
  const { deliver } = it.start();
  const providers = providerRegistry(accounts, undefined, new ProviderStates());
  return { providers, deliver: () => deliver({ providers, workerId: randomUUID() }) };
}

async function house(accounts?: Provider[]) {
  const world = await testWorld(it.db());
  const { deliver, providers } = worker(accounts);
  const add = async () => world.addMessage(await world.addCase());
  const send = async () => {
    const id = await add();
    await deliver();
    return world.message(id);
  };
  const fail = async (times = OUTAGES_TO_OPEN) => {
    for (let n = 0; n < times; n++) await send();
  };
  return { ...world, add, send, fail, deliver, providers };
}

const health = () =>
  it
    .db()
    .execute<{ provider: string; state: string; blame: string; failures: number }>(
      sql`select provider, state, blame, failures from provider_health order by provider`,
    );
const lookNow = () => it.db().execute(sql`update provider_health set retry_at = now()`);

const onlyOne = () => [at(it.server(), "one")];

describe("a provider that does not answer", () => {
  test("is down after five calls in a row: the next messages wait without an attempt", async () => {
    const { send, fail } = await house(onlyOne());
    it.server().behave("outage");
    await fail();
    expect(await health()).toMatchObject([{ provider: "one", state: "open", blame: "outage" }]);
    const { requests } = it.server();
    expect(await send()).toMatchObject({
      status: "held",
      code: "held.provider_down",
      attempts: 0,
      params: { channel: "email", provider: "one", since: expect.any(Number) },
    });
    expect(it.server().requests).toBe(requests);
  });

  test("is not down when one of the calls is answered, be it with a refusal", async () => {
    const { send, fail } = await house(onlyOne());
    it.server().behave("outage");
    await fail(OUTAGES_TO_OPEN - 1);
    it.server().behave("refuse");
    await send();
    it.server().behave("outage");
    await fail(OUTAGES_TO_OPEN - 1);
    expect(await health()).toEqual([]);
  });

  test("is passed over by every worker while another account is there, and taken again after", async () => {
    const { send, fail, add, message, deliver } = await house();
    it.server().behave("outage");
    await fail();
    expect(await send()).toMatchObject({ status: "sent", provider: "two" });
    const id = await add();
    await worker().deliver();
    expect(await message(id)).toMatchObject({ status: "sent", provider: "two" });
    it.server().behave("accept");
    await lookNow();
    const looker = await add();
    await worker().deliver();
    expect(await message(looker)).toMatchObject({ status: "sent", provider: "one" });
    expect(await health()).toMatchObject([{ provider: "one", state: "closed" }]);
    const last = await add();
    await worker().deliver();
    await deliver();
    expect(await message(last)).toMatchObject({ status: "sent", provider: "one" });
  });

  test("gets one message to see whether it is there again, whoever asks, and then the others", async () => {
    const { send, fail, message, workspaceId } = await house(onlyOne());
    it.server().behave("outage");
    await fail();
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push((await send()).id);
    const { requests } = it.server();
    await lookNow();
    await it.dueNow(workspaceId);
    await Promise.all([worker(onlyOne()).deliver(), worker(onlyOne()).deliver()]);
    expect(it.server().requests).toBe(requests + 1);
    expect(await health()).toMatchObject([{ state: "open", failures: 1 }]);
    it.server().behave("accept");
    await lookNow();
    await it.dueNow(workspaceId);
    const last = worker(onlyOne());
    await last.deliver();
    expect(await health()).toMatchObject([{ state: "closed" }]);
    await last.deliver();
    const rows = await Promise.all(ids.map(message));
    expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual(
      ids.map(() => ["sent", 1]),
    );
  });

  test("is looked at with the next message at once when the one that looked is refused itself", async () => {
    const { send, fail, message, workspaceId } = await house(onlyOne());
    it.server().behave("outage");
    await fail();
    const ids = [(await send()).id, (await send()).id, (await send()).id];
    const { requests } = it.server();
    it.server().behave("refuse");
    await lookNow();
    const [first = ""] = ids;
    await it.db().execute(sql`update messages set deliver_at = now() where id = ${first}`);
    await worker(onlyOne()).deliver();
    expect(it.server().requests).toBe(requests + 1);
    expect(await message(first)).toMatchObject({ status: "failed", code: "fail.provider" });
    expect(await health()).toMatchObject([{ state: "open", blame: "outage", failures: 0 }]);
    it.server().behave("accept");
    await worker(onlyOne()).deliver();
    expect(it.server().requests).toBe(requests + 2);
    expect(await health()).toMatchObject([{ state: "closed" }]);
    await it.dueNow(workspaceId);
    await worker(onlyOne()).deliver();
    const left = await Promise.all(ids.slice(1).map(message));
    expect(left.map(({ status }) => status)).toEqual(["sent", "sent"]);
  });

  test("keeps what it may have taken: no other account sends that", async () => {
    const { fail, message, add, deliver, workspaceId } = await house();
    it.server().behave("drop");
    const id = await add();
    await deliver();
    it.server().behave("outage");
    await fail();
    await it.db().execute(sql`update messages set deliver_at = now() where id = ${id}`);
    await deliver();
    expect(await message(id)).toMatchObject({
      status: "held",
      code: "held.provider_down",
      params: { provider: "one", maybeSent: true },
    });
    expect(second.accepted.map(({ key }) => key)).not.toContain(id);
    it.server().behave("accept");
    await lookNow();
    await it.dueNow(workspaceId);
    await worker().deliver();
    await worker().deliver();
    expect(await message(id)).toMatchObject({ status: "sent", provider: "one" });
    expect(it.server().accepted.filter(({ key }) => key === id)).toHaveLength(1);
  });
});

test("what a provider may have that stays down ends unknown after three days", async () => {
  const forever = { ...at(it.server(), "one"), idempotentForMs: Number.POSITIVE_INFINITY };
  const { fail, message, add, deliver } = await house([forever]);
  it.server().behave("drop");
  const ids = [await add(), await add()];
  await deliver();
  it.server().behave("outage");
  await fail();
  await it.db().execute(sql`
    update messages set params = params || jsonb_build_object('maybeSince',
      extract(epoch from now() - interval '4 days') * 1000) where id = ${ids[0] ?? ""}`);
  await it.db().execute(sql`
    update messages set deliver_at = now(), planned_at = now() - interval '8 days'
     where id in (${ids[0] ?? ""}, ${ids[1] ?? ""})`);
  await deliver();
  const [old, fresh] = await Promise.all(ids.map(message));
  expect(old).toMatchObject({
    status: "unknown",
    code: "fail.unknown",
    params: { why: "provider_down", provider: "one" },
  });
  expect(fresh).toMatchObject({ status: "held", code: "held.provider_down" });
});

describe("an account that is refused", () => {
  const refusing = (): Provider => ({
    ...at(it.server(), "one"),
    send: async () => ({ ok: false, retry: true, reason: "Bad key", blame: "account" }),
  });

  test("costs its message no attempt: the next account takes it, and all after it", async () => {
    const { send, deliver, message } = await house([refusing(), at(second, "two")]);
    const { id } = await send();
    await deliver();
    expect(await message(id)).toMatchObject({ status: "sent", provider: "two", attempts: 1 });
    expect(await send()).toMatchObject({ status: "sent", provider: "two", attempts: 1 });
    expect(await health()).toMatchObject([{ provider: "one", state: "open", blame: "account" }]);
  });

  test("lets messages wait when there is no other, and fails them after three days", async () => {
    const { send, deliver, message, add } = await house([refusing()]);
    const { id } = await send();
    await deliver();
    expect(await message(id)).toMatchObject({ status: "held", code: "held.provider_down" });
    const old = await add();
    await it.db().execute(sql`
      update messages set deliver_at = now() - interval '4 days' where id = ${old}`);
    await deliver();
    expect(await message(old)).toMatchObject({ status: "failed", code: "fail.provider" });
  });

  test("by our own guard keeps its messages as long, and says that nobody was asked", async () => {
    const inside = createSmtp({
      url: "smtp://127.0.0.1:9",
      whenUnknown: "give_up",
      publicOnly: true,
    });
    const { send, deliver, message, add } = await house([{ ...inside, name: "one" }]);
    const { id } = await send();
    await deliver();
    expect(await message(id)).toMatchObject({
      status: "held",
      code: "held.provider_down",
      attempts: 0,
    });
    expect(await health()).toMatchObject([{ provider: "one", state: "open", blame: "guard" }]);
    const old = await add();
    await it.db().execute(sql`
      update messages set deliver_at = now() - interval '4 days' where id = ${old}`);
    await deliver();
    expect(await message(old)).toMatchObject({ status: "failed", code: "fail.not_called" });
    await inside.close?.();
  });

  test("gives a digest its three days from its own moment, not from the plan", async () => {
    const { send, add, deliver, message } = await house([refusing()]);
    await send();
    const id = await add();
    const due = (ago: string) =>
      it.db().execute(sql`
        update messages set deliver_at = now() - ${ago}::interval where id = ${id}`);
    await it
      .db()
      .execute(sql`update messages set planned_at = now() - interval '7 days' where id = ${id}`);
    await due("1 hour");
    await deliver();
    const first = await message(id);
    expect(first).toMatchObject({ status: "held", code: "held.provider_down" });
    await due("1 second");
    await deliver();
    const { dueSince } = (await message(id)).params ?? {};
    expect([(await message(id)).status, dueSince]).toEqual(["held", first.params?.dueSince]);
    await it.db().execute(sql`
      update messages set params = params || jsonb_build_object('dueSince',
        extract(epoch from now() - interval '3 days 1 minute') * 1000) where id = ${id}`);
    await due("1 second");
    await deliver();
    expect(await message(id)).toMatchObject({ status: "failed", code: "fail.provider" });
  });
});

test("an account stays refused when a look at it ends with a refusal of the message alone", async () => {
  const answers: Delivery[] = [
    { ok: false, retry: true, reason: "Over quota", blame: "account" },
    { ok: false, retry: false, reason: "No such address" },
    { ok: false, retry: true, reason: "Over quota", blame: "account" },
  ];
  const called: Delivery[] = [];
  const send = async () => {
    const answer = answers[called.length] ?? ({ ok: true, providerMessageId: "p" } as const);
    called.push(answer);
    return answer;
  };
  const accounts = [{ ...at(it.server(), "one"), send }];
  const { add, deliver, message } = await house(accounts);
  const ids = [await add()];
  await deliver();
  ids.push(await add(), await add());
  await deliver();
  await lookNow();
  await it.db().execute(sql`update messages set deliver_at = now() where id = ${ids[0] ?? ""}`);
  const other = worker(accounts);
  await other.deliver();
  expect(called).toHaveLength(2);
  await other.deliver();
  await other.deliver();
  expect(called).toHaveLength(3);
  expect(await health()).toMatchObject([{ state: "open", blame: "account", failures: 1 }]);
  const rows = await Promise.all(ids.map(message));
  expect(rows.map(({ status }) => status).toSorted()).toEqual(["failed", "held", "held"]);
});

test("a refusal of the message goes to no other account", async () => {
  const { send } = await house();
  it.server().behave("refuse");
  expect(await send()).toMatchObject({ status: "failed", provider: "one" });
  expect(second.requests).toBe(0);
  expect(await health()).toEqual([]);
});

test("an account asked for no calls by its provider is left alone by every worker", async () => {
  const { send, add, message } = await house(onlyOne());
  it.server().behave("rate_limit");
  await send();
  const { requests } = it.server();
  const id = await add();
  await worker(onlyOne()).deliver();
  expect(it.server().requests).toBe(requests);
  const row = await message(id);
  expect(row).toMatchObject({ status: "planned", attempts: 0 });
  expect(row.deliverAt?.getTime()).toBeGreaterThan(Date.now() + 5_000);
});
