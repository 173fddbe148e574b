import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { holdSessionLock } from "@/db/session-lock";
import { LIVE } from "@/server/clock/clock";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { attempt } from "./attempt";
import { claim } from "./claim";
import { claimDue } from "./claimed-rows";
import { deliverRetry } from "./deliver";
import { workerLock } from "./lost-messages";
import type { Parcel } from "./parcel";
import { recover } from "./recover";
import { slotsOf } from "./slots";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

describe("crashes", () => {
  /**
   * What a worker leaves behind that is killed after its commit: before the provider was asked, or
   * after it took the message but before the answer was written down.
   */
  async function killed(kind: "before" | "after", id: string, registry = it.providers()) {
    const { ctx, workerId } = it.start();
    const round = { workerId, clock: LIVE, providers: registry };
    const select = { clock: LIVE, limit: 500, floor: null };
    const { parcels } = await claim(ctx, round, (tx) => claimDue(tx, select));
    expect(parcels.map((parcel) => parcel.id)).toEqual([id]);
    if (kind === "after") await asked(ctx, parcels);
    await it.db().execute(sql`update messages set attempt_at = now() - interval '11 seconds'`);
    return { ctx, workerId };
  }
  async function asked(ctx: ReturnType<typeof it.start>["ctx"], parcels: Parcel[]) {
    for (const parcel of parcels) {
      const provider = it.providers().find(parcel.workspaceId, "email");
      if (provider) {
        const start = { claimedAt: performance.now(), mayStart: () => true };
        await attempt(ctx, provider, parcel, start);
      }
    }
  }

  for (const kind of ["before", "after"] as const) {
    test(`a worker killed ${kind} the provider took it: asked again under the same key, accepted once`, async () => {
      const world = await testWorld(it.db());
      const id = await world.addMessage(await world.addCase());
      await killed(kind, id);
      const { ctx, workerId } = it.start();
      expect(await recover(ctx, { workerId, providers: it.providers() })).toEqual({ found: 1 });
      expect(await recover(ctx, { workerId, providers: it.providers() })).toEqual({ found: 0 });
      expect(it.server().accepted.map(({ key }) => key)).toEqual([id]);
      expect(await world.message(id)).toMatchObject({
        status: "sent",
        providerMessageId: `re_${id}`,
      });
    });
  }

  test("the messages of a living worker are left alone", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    const { workerId } = await killed("before", id);
    await it.db().execute(sql`
      insert into workers (id, started_at, heartbeat_at) values (${workerId}, now(), now())`);
    const { ctx } = it.start();
    const release = await holdSessionLock(it.url(), workerLock(workerId));
    try {
      expect(await recover(ctx, { workerId: randomUUID(), providers: it.providers() })).toEqual({
        found: 0,
      });
    } finally {
      await release();
    }
    expect(await world.message(id)).toMatchObject({ status: "sending" });
  });

  test("a worker that could not say for a while that it lives does not take itself for dead", async () => {
    const world = await testWorld(it.db());
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const plain = providerRegistry([{ ...resend, idempotent: false, whenUnknown: "give_up" }]);
    const id = await world.addMessage(await world.addCase());
    const { ctx, workerId } = await killed("before", id, plain);
    await it.db().execute(sql`
      insert into workers (id, started_at, heartbeat_at)
      values (${workerId}, now(), now() - interval '1 minute')`);
    expect(await recover(ctx, { workerId, providers: plain })).toEqual({ found: 0 });
    expect(await world.message(id)).toMatchObject({ status: "sending", attemptBy: workerId });
    const other = { workerId: randomUUID(), providers: plain };
    // Right after the server has started, also a living one may not have said so yet.
    await expect.poll(() => recover(ctx, other), { timeout: 5_000 }).toEqual({ found: 1 });
    expect(await world.message(id)).toMatchObject({ status: "unknown" });
  });

  test("a worker that died a moment ago is known to be dead by its lock; where a second copy could leave, only by its silence", async () => {
    const world = await testWorld(it.db());
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const plain = providerRegistry([{ ...resend, idempotent: false, whenUnknown: "give_up" }]);
    const id = await world.addMessage(await world.addCase());
    const { ctx, workerId } = await killed("before", id);
    await it.db().execute(sql`update messages set attempt_at = now()`);
    await it.db().execute(sql`
      insert into workers (id, started_at, heartbeat_at) values (${workerId}, now(), now())`);
    const release = await holdSessionLock(it.url(), workerLock(workerId));
    await release();
    const other = randomUUID();
    expect(await recover(ctx, { workerId: other, providers: plain })).toEqual({ found: 0 });
    // Right after the server has started, locks prove nothing yet.
    await expect
      .poll(() => recover(ctx, { workerId: other, providers: it.providers() }), { timeout: 5_000 })
      .toEqual({ found: 1 });
    expect(await world.message(id)).toMatchObject({ status: "sent" });
  });

  test("what finds no place at its provider stays in flight and is found again", async () => {
    const world = await testWorld(it.db());
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const narrow = providerRegistry([resend]);
    const id = await world.addMessage(await world.addCase());
    await killed("after", id);
    const { ctx, workerId } = it.start();
    slotsOf(resend).close(performance.now(), 60_000);
    expect(await recover(ctx, { workerId, providers: narrow })).toEqual({ found: 1 });
    expect(await world.message(id)).toMatchObject({
      status: "sending",
      attemptBy: null,
      attempts: 1,
    });
    expect(await recover(ctx, { workerId, providers: it.providers() })).toEqual({ found: 1 });
    expect(await world.message(id)).toMatchObject({ status: "sent" });
    expect(it.server().accepted.map(({ key }) => key)).toEqual([id]);
  });

  test("what a dead worker may have handed over leaves through no other account", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    await killed("after", id);
    const { ctx, workerId } = it.start();
    it.server().behave("outage");
    await recover(ctx, { workerId, providers: it.providers() });
    expect(await world.message(id)).toMatchObject({ status: "held", code: "fail.provider" });
    it.server().behave("accept");
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const providers = providerRegistry([{ ...resend, name: "other" }]);
    const { workspaceId } = world;
    await deliverRetry(ctx, { workerId, providers }, { workspaceId, messageId: id });
    expect(await world.message(id)).toMatchObject({ status: "unknown", code: "fail.unknown" });
  });

  test("a case closed since is not written to again: the message is unknown, with the reason", async () => {
    const world = await testWorld(it.db());
    const caseId = await world.addCase();
    const id = await world.addMessage(caseId);
    await killed("before", id);
    const { ctx, workerId } = it.start();
    await it.db().execute(sql`update cases set status = 'resolved' where id = ${caseId}`);
    await recover(ctx, { workerId, providers: it.providers() });
    expect(await world.message(id)).toMatchObject({
      status: "unknown",
      code: "fail.unknown",
      params: { why: "case_closed" },
    });
    expect(it.server().accepted).toHaveLength(0);
  });

  test("a provider without idempotency is not asked again, unless it is set to be", async () => {
    const world = await testWorld(it.db());
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const plain = { ...resend, idempotent: false };
    const careful = providerRegistry([{ ...plain, whenUnknown: "give_up" }]);
    const eager = providerRegistry([{ ...plain, whenUnknown: "retry" }]);
    const one = await world.addMessage(await world.addCase());
    await killed("before", one, careful);
    const { ctx, workerId } = it.start();
    await recover(ctx, { workerId, providers: careful });
    expect(await world.message(one)).toMatchObject({ status: "unknown", code: "fail.unknown" });
    const two = await world.addMessage(await world.addCase());
    await killed("before", two, eager);
    await recover(ctx, { workerId, providers: eager });
    expect(await world.message(two)).toMatchObject({ status: "sent", attempts: 2 });
  });
});
