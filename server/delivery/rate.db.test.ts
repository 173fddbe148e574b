import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type ProviderKey, takeTurns } from "@/db/queries/provider-health";
import type { Provider } from "@/server/providers/provider";
import { keyOf, ProviderStates } from "@/server/providers/provider-states";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

/** The most of these moments that lie within one second of each other. */
const mostInASecond = (moments: readonly number[]): number =>
  Math.max(
    ...moments.map((from) => moments.filter((at) => at >= from && at < from + 1_000).length),
  );

test("two workers together call no faster than the account's rate, and send everything", async () => {
  const perSecond = 20;
  const called: number[] = [];
  const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
  const { batch: _, ...single } = resend;
  const account = (): Provider => ({
    ...single,
    ratePerSecond: perSecond,
    send: async ({ id }) => {
      called.push(performance.now());
      return { ok: true, providerMessageId: id };
    },
  });
  const worker = () => {
    const { deliver } = it.start();
    const providers = providerRegistry([account()], undefined, new ProviderStates());
    return () => deliver({ providers, workerId: randomUUID(), limit: 15 });
  };
  const world = await testWorld(it.db());
  for (let n = 0; n < 45; n++) await world.addMessage(await world.addCase());
  const left = async () => {
    const rows = await it.db().execute(sql`select 1 from messages where status <> 'sent'`);
    return rows.length;
  };
  const work = async (deliver: () => Promise<unknown>) => {
    while ((await left()) > 0) {
      await deliver();
      await sleep(20);
    }
  };
  await Promise.all([work(worker()), work(worker())]);
  expect(called).toHaveLength(45);
  // A turn is given by the database's clock and taken by a process that may be late for it: a quarter of
  // slack, far from the double of two workers that know nothing of each other.
  expect(mostInASecond(called)).toBeLessThanOrEqual(perSecond * 1.25);
}, 30_000);

test("turns taken at the same time by many stand in one line", async () => {
  const key: ProviderKey = keyOf(randomUUID() as ProviderKey["workspaceId"], "one");
  const take = () => takeTurns(it.db(), key, { calls: 4, perSecond: 10, withinMs: 700 });
  const from = performance.now();
  const turns = await Promise.all([take(), take(), take()]);
  const tookMs = performance.now() - from;
  const granted = turns.reduce((sum, turn) => sum + turn.granted, 0);
  expect(granted).toBeGreaterThanOrEqual(7);
  expect(granted).toBeLessThanOrEqual(8 + Math.ceil(tookMs / 100));
  expect((await take()).granted).toBeLessThanOrEqual(Math.ceil(tookMs / 100) + 1);
});

test("an account without a rate takes no turn", async () => {
  const { deliver } = it.start();
  const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
  const providers = providerRegistry([resend], undefined, new ProviderStates());
  const world = await testWorld(it.db());
  await world.addMessage(await world.addCase());
  await deliver({ providers });
  expect(await it.db().execute(sql`select 1 from provider_health`)).toHaveLength(0);
});
