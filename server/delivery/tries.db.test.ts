import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { TRIED_MAX } from "@/core/delivery/tried";
import { inTransaction } from "@/db/client";
import { erasePerson } from "@/db/queries/people";
import { triesOf } from "@/server/messages/tries";
import type { Delivery, Provider } from "@/server/providers/provider";
import { ProviderStates } from "@/server/providers/provider-states";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { deliverRetry } from "./deliver";
import { recover } from "./recover";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

const REFUSED: Delivery = { ok: false, retry: true, reason: "Over quota", blame: "account" };
const LATER: Delivery = { ok: false, retry: true, reason: "Try later" };
const LOST: Delivery = { ok: false, retry: true, reason: "The line broke", maybeSent: true };
const NEVER: Delivery = { ok: false, retry: false, reason: "No such mailbox" };
const RATE: Delivery = { ok: false, retry: true, reason: "Too many", rateLimited: true };

/** An account that gives these answers, and takes everything after them. */
function account(name: string, ...answers: Delivery[]): Provider {
  const { batch: _, ...resend } = createResend({ apiKey: "re_test", baseUrl: it.server().url });
  const send = async (): Promise<Delivery> =>
    answers.shift() ?? { ok: true, providerMessageId: randomUUID() };
  return { ...resend, name, send };
}

async function house(...accounts: Provider[]) {
  const world = await testWorld(it.db());
  const { ctx, workerId, deliver } = it.start();
  const providers = providerRegistry(accounts, undefined, new ProviderStates());
  const id = await world.addMessage(await world.addCase());
  const { workspaceId } = world;
  const again = () => deliverRetry(ctx, { workerId, providers }, { workspaceId, messageId: id });
  const tries = async () =>
    triesOf(await world.message(id)).map(({ provider, end, text }) => [provider, end, text]);
  const due = () => it.db().execute(sql`update messages set deliver_at = now() where id = ${id}`);
  return { ...world, id, ctx, due, again, tries, deliver: () => deliver({ providers }) };
}

test("a message that another account took shows the one that was refused, with its words", async () => {
  const { deliver, tries, message, id } = await house(account("one", REFUSED), account("two"));
  await deliver();
  await deliver();
  expect(await tries()).toEqual([
    ["one", "refused", "Over quota"],
    ["two", "taken", null],
  ]);
  expect(await message(id)).toMatchObject({ attempts: 1, provider: "two" });
});

test("each attempt of one account stands for itself, the latest last", async () => {
  const { deliver, again, tries, id, message } = await house(account("one", LATER, LOST, NEVER));
  await deliver();
  await again();
  await again();
  expect(await tries()).toEqual([
    ["one", "refused", "Try later"],
    ["one", "lost", "The line broke"],
    ["one", "refused", "No such mailbox"],
  ]);
  const moments = triesOf(await message(id)).map(({ at }) => at.getTime());
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
});

test("a rate limit is no attempt, and what was taken at once keeps no list", async () => {
  const { deliver, due, tries, id, message } = await house(account("one", RATE));
  await deliver();
  await due();
  const other = it.start();
  await other.deliver({ providers: providerRegistry([account("one")]) });
  expect(await tries()).toEqual([["one", "taken", null]]);
  expect((await message(id)).tried).toBeNull();
});

test("an attempt whose worker died is lost, and the next one follows it", async () => {
  const { deliver, tries, id, ctx } = await house(account("one"));
  await deliver();
  await it.db().execute(sql`
    update messages set status = 'sending', sent_at = null, attempt_by = ${randomUUID()},
      attempt_at = now() - interval '1 hour' where id = ${id}`);
  const providers = providerRegistry([account("one")]);
  await recover(ctx, { workerId: randomUUID(), providers });
  expect(await tries()).toEqual([
    ["one", "lost", null],
    ["one", "taken", null],
  ]);
});

test("of very many attempts the latest are kept, and none of a person who was erased", async () => {
  const { deliver, again, tries, id, workspaceId } = await house(account("one", LATER, NEVER));
  await deliver();
  const old = { at: 1, provider: "old", end: "refused", text: "old" };
  const many = JSON.stringify(Array.from({ length: TRIED_MAX }, () => old));
  await it.db().execute(sql`update messages set tried = ${many}::jsonb where id = ${id}`);
  await again();
  const kept = await tries();
  expect(kept).toHaveLength(TRIED_MAX);
  expect(kept.at(-1)).toEqual(["one", "refused", "No such mailbox"]);
  await inTransaction(it.db(), (tx) => erasePerson(tx, workspaceId, "Ana"));
  expect(await tries()).toEqual([]);
});
