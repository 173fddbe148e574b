import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Db } from "@/db/client";
import { type LossyLine, lossyLine } from "@/db/testing-line";
import { LIVE } from "@/server/clock/clock";
import { type ProviderRegistry, providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { claim } from "./claim";
import { claimDue } from "./claimed-rows";
import { deliverDue, deliverRetry } from "./deliver";
import { handOver } from "./hand-over";
import { recover } from "./recover";
import { slotsOf } from "./slots";
import { deliveryTest, testCtx, testWorld } from "./testing";

const it = deliveryTest();
let line: LossyLine;
let db: Db;
beforeAll(async () => {
  line = await lossyLine(it.url());
  db = connect(line.url);
});
afterAll(async () => {
  await db?.$client.end({ timeout: 2 });
  await line?.close();
});

/** A worker whose line to the database is cut when a test says so. */
function worker(providers: ProviderRegistry = it.providers()) {
  const { ctx, jobs } = testCtx(db);
  const { workerId } = it.start();
  const round = { workerId, providers };
  const deliver = (over = {}) => deliverDue(ctx, { ...round, clock: LIVE, ...over });
  return { ctx, jobs, round, deliver };
}

const resend = () => createResend({ apiKey: "re_test", baseUrl: it.server().url });
const withoutKeys = () =>
  providerRegistry([{ ...resend(), idempotent: false, whenUnknown: "give_up" }]);
const waiting = { status: "planned", attempts: 0, attemptBy: null };
const sentOnce = { status: "sent", attempts: 1, tried: null };

describe("the answer to a COMMIT that never comes", () => {
  for (const [kind, registry] of [
    ["a provider with keys", () => it.providers()],
    ["a provider that cannot be asked again", withoutKeys],
  ] as const) {
    test(`what was claimed for ${kind} goes back at once, and leaves in the next round`, async () => {
      const world = await testWorld(it.db());
      const id = await world.addMessage(await world.addCase());
      const { deliver } = worker(registry());
      line.loseAnswerTo("COMMIT");
      await expect(deliver()).rejects.toThrow();
      expect(await world.message(id)).toMatchObject(waiting);
      expect(await deliver()).toMatchObject({ claimed: 1 });
      expect(await world.message(id)).toMatchObject(sentOnce);
      expect(it.server().requests).toBe(1);
    });
  }

  test("a loop is not held up by what goes back", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    const { deliver } = worker();
    const calls: Promise<void>[] = [];
    const background = (work: Promise<void>) => void calls.push(work);
    line.loseAnswerTo("COMMIT");
    await expect(deliver({ background })).rejects.toThrow();
    expect(calls).toHaveLength(1);
    await Promise.all(calls);
    expect(await world.message(id)).toMatchObject(waiting);
  });

  test("the next attempt at a refused message does not wait for long either", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    const { ctx, round, deliver } = worker();
    it.server().behave("outage");
    await deliver();
    it.server().behave("accept");
    const job = { workspaceId: world.workspaceId, messageId: id };
    line.loseAnswerTo("COMMIT");
    await expect(deliverRetry(ctx, round, job)).rejects.toThrow();
    expect(await world.message(id)).toMatchObject({ ...waiting, attempts: 1 });
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "sent", attempts: 2 });
    expect(it.server().accepted.map(({ key }) => key)).toEqual([id]);
  });

  test("what a worker had taken over is found again at once, and no attempt counts twice", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    await killedWorker();
    const { ctx, round } = worker();
    line.loseAnswerTo("COMMIT");
    await expect(recover(ctx, round)).rejects.toThrow();
    expect(await world.message(id)).toMatchObject({
      status: "sending",
      attemptBy: null,
      attempts: 1,
    });
    expect(await recover(ctx, round)).toEqual({ found: 1 });
    expect(await world.message(id)).toMatchObject({ status: "sent", attempts: 2 });
    expect(it.server().accepted.map(({ key }) => key)).toEqual([id]);
  });
});

describe("a COMMIT that never arrives", () => {
  test("nothing was claimed, and the next round takes it", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    const before = await world.message(id);
    const { deliver } = worker();
    line.loseNext("commit");
    await expect(deliver()).rejects.toThrow();
    expect(await world.message(id)).toEqual(before);
    await expect.poll(() => deliver(), SOON).toMatchObject({ claimed: 1 });
    expect(await world.message(id)).toMatchObject(sentOnce);
  });

  test("nothing was taken over, and the next look finds it", async () => {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    await killedWorker();
    const before = await world.message(id);
    const { ctx, round } = worker();
    line.loseNext("commit");
    await expect(recover(ctx, round)).rejects.toThrow();
    expect(await world.message(id)).toEqual(before);
    await expect.poll(() => recover(ctx, round), SOON).toEqual({ found: 1 });
    expect(await world.message(id)).toMatchObject({ status: "sent", attempts: 2 });
  });
});

test("what finds no place at its provider stays in flight also when the line is cut meanwhile", async () => {
  for (const cut of [() => line.loseNext(STAYS), () => line.loseAnswerTo("UPDATE")]) {
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    await killedWorker();
    const narrow = resend();
    slotsOf(narrow).close(performance.now(), 60_000);
    const { ctx, round } = worker(providerRegistry([narrow]));
    const calls: Promise<void>[] = [];
    const { cuts } = line;
    await recover(ctx, {
      ...round,
      background: (work) => {
        cut();
        calls.push(work);
      },
    });
    await Promise.all(calls);
    expect(line.cuts).toBe(cuts + 1);
    expect(await world.message(id)).toMatchObject({
      status: "sending",
      attemptBy: null,
      attempts: 1,
    });
    const { ctx: other, workerId } = it.start();
    await recover(other, { workerId, providers: it.providers() });
    expect(await world.message(id)).toMatchObject({ status: "sent", attempts: 2 });
  }
});

test("a late word about an earlier attempt does not touch the one under way", async () => {
  const world = await testWorld(it.db());
  const id = await world.addMessage(await world.addCase());
  const { ctx, workerId } = it.start();
  const round = { workerId, clock: LIVE, providers: it.providers() };
  const take = () =>
    claim(ctx, round, (tx) => claimDue(tx, { clock: LIVE, limit: 500, floor: null }));
  const closed = resend();
  slotsOf(closed).close(performance.now(), 60_000);
  const full = { workerId, providers: providerRegistry([closed]) };
  const { parcels: first } = await take();
  await handOver(ctx, full, first);
  expect(await world.message(id)).toMatchObject({ status: "planned", attempts: 0 });
  await it.db().execute(sql`update messages set deliver_at = now() where id = ${id}`);
  const { parcels: second } = await take();
  expect(second.map((parcel) => parcel.id)).toEqual([id]);
  const underWay = await world.message(id);
  // It was said before, and is said again by one who did not hear that it was written.
  await handOver(ctx, full, first);
  expect(await world.message(id)).toEqual(underWay);
  await handOver(ctx, round, second);
  expect(await world.message(id)).toMatchObject(sentOnce);
});

/** PostgreSQL itself hears only after a while that the line was cut, and lets go of the rows. */
const SOON = { timeout: 10_000 };
const STAYS = "set attempt_by = null, attempts";

/** A worker that is gone after it committed what it was about to hand over. */
async function killedWorker(): Promise<void> {
  const { ctx, workerId } = it.start();
  const round = { workerId, clock: LIVE, providers: it.providers() };
  await claim(ctx, round, (tx) => claimDue(tx, { clock: LIVE, limit: 500, floor: null }));
  await it.db().execute(sql`update messages set attempt_at = now() - interval '11 seconds'`);
}
