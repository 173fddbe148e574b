import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { LIVE } from "@/server/clock/clock";
import type { Provider } from "@/server/providers/provider";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { createBoss, createEnqueue, type Handlers, prepareQueues, workJobs } from "@/server/queue";
import { deliverDue, deliverRetry, failAbandoned } from "./deliver";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

describe("providers that fail", () => {
  test("an outage is retried as a job, with all gates passed again, and ends after six attempts", async () => {
    const { ctx, jobs, workerId, deliver } = it.start();
    const world = await testWorld(it.db());
    const { workspaceId } = world;
    const id = await world.addMessage(await world.addCase());
    it.server().behave("outage");
    await deliver();
    expect(await world.message(id)).toMatchObject({
      status: "held",
      code: "fail.provider",
      deliverAt: null,
      params: { attempt: 1, of: 6, text: expect.stringContaining("internal_server_error") },
    });
    expect(jobs).toMatchObject([
      { name: "message.retry", payload: { workspaceId, messageId: id } },
    ]);
    expect(jobs[0]?.startAfter?.getTime()).toBeGreaterThan(Date.now() + 50_000);

    for (let attempt = 2; attempt <= 6; attempt++) {
      await deliverRetry(
        ctx,
        { workerId, providers: it.providers() },
        { workspaceId, messageId: id },
      );
    }
    expect(await world.message(id)).toMatchObject({
      status: "failed",
      code: "fail.provider",
      params: { attempt: 6, of: 6 },
    });
    expect(jobs).toHaveLength(5);
    await deliverRetry(
      ctx,
      { workerId, providers: it.providers() },
      { workspaceId, messageId: id },
    );
    expect((await world.message(id)).attempts).toBe(6);
  });

  test("a retry of a case that was closed meanwhile sends nothing", async () => {
    const { ctx, workerId, deliver } = it.start();
    const world = await testWorld(it.db());
    const caseId = await world.addCase();
    const id = await world.addMessage(caseId);
    it.server().behave("outage");
    await deliver();
    it.server().behave("accept");
    await it.db().execute(sql`update cases set status = 'resolved' where id = ${caseId}`);
    const payload = { workspaceId: world.workspaceId, messageId: id };
    await deliverRetry(ctx, { workerId, providers: it.providers() }, payload);
    expect(await world.message(id)).toMatchObject({ status: "not_sent", code: "skip.case_closed" });
    expect(it.server().accepted).toHaveLength(0);
  });

  test("a refusal is final", async () => {
    const { jobs, deliver } = it.start();
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    it.server().behave("refuse");
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "failed", code: "fail.provider" });
    expect(jobs).toHaveLength(0);
  });

  test("a rate limit costs no attempt, and the rest of the batch waits it out unasked", async () => {
    const { deliver } = it.start();
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const narrow = providerRegistry([{ ...resend, concurrencyMax: 1 }]);
    const world = await testWorld(it.db());
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await world.addMessage(await world.addCase()));
    it.server().behave("rate_limit");
    it.server().requests = 0;
    await deliver({ providers: narrow });
    expect(it.server().requests).toBe(1);
    const rows = await Promise.all(ids.map(world.message));
    expect(rows.map((row) => row.attempts)).toEqual([0, 0, 0, 0, 0]);
    for (const row of rows) {
      expect(row.deliverAt?.getTime()).toBeGreaterThan(Date.now() + 5_000);
    }
    expect(rows.map((row) => row.code).sort()).toEqual(["fail.rate", null, null, null, null]);
  });

  test("a message whose retry job died fails instead of waiting forever", async () => {
    const { ctx, deliver } = it.start();
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    it.server().behave("outage");
    await deliver();
    await failAbandoned(ctx, { workspaceId: world.workspaceId, messageId: id });
    expect(await world.message(id)).toMatchObject({ status: "failed", code: "fail.provider" });
  });
});

describe("accounts that change between two attempts", () => {
  const world = async () => {
    const made = await testWorld(it.db());
    const { ctx, workerId, deliver } = it.start();
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const [one, two] = [
      { ...resend, name: "one" },
      { ...resend, name: "two" },
    ];
    const id = await made.addMessage(await made.addCase());
    const retry = (...accounts: Provider[]) => {
      const providers = providerRegistry(accounts);
      const { workspaceId } = made;
      return deliverRetry(ctx, { workerId, providers }, { workspaceId, messageId: id });
    };
    return {
      ...made,
      one,
      two,
      id,
      workerId,
      ctx,
      retry,
      first: () => deliver({ providers: providerRegistry([one, two]) }),
      now: () => made.message(id),
    };
  };

  test("after a refusal the account that is first now takes the message", async () => {
    const { one, two, first, retry, now } = await world();
    it.server().behave("outage");
    await first();
    expect(await now()).toMatchObject({ status: "held", provider: "one" });
    it.server().behave("accept");
    await retry(two, one);
    expect(await now()).toMatchObject({ status: "sent", provider: "two" });
  });

  test("after a lost answer the same account is asked again, also when it refused since", async () => {
    const { one, two, first, retry, now } = await world();
    it.server().behave("drop");
    await first();
    expect(await now()).toMatchObject({ status: "held", params: { maybeSent: true } });
    it.server().behave("outage");
    await retry(two, one);
    expect(await now()).toMatchObject({ status: "held", provider: "one", attempts: 2 });
    it.server().behave("accept");
    await retry(two, one);
    expect(await now()).toMatchObject({ status: "sent", provider: "one", attempts: 3 });
  });

  test("after a lost answer no other account sends it when the first is gone", async () => {
    const { two, first, retry, now } = await world();
    it.server().behave("drop");
    await first();
    const { requests } = it.server();
    await retry(two);
    expect(await now()).toMatchObject({
      status: "unknown",
      code: "fail.unknown",
      params: { why: "no_provider", provider: "one", channel: "email" },
    });
    expect(it.server().requests).toBe(requests);
  });

  test("a lost answer is remembered through a hold, a rate limit and a call that did not start", async () => {
    const { one, two, first, retry, now, workspaceId, ctx, workerId } = await world();
    it.server().behave("drop");
    await first();
    await it.db().execute(sql`update cases set snoozed_until = now() + interval '1 hour'`);
    await retry(two, one);
    expect(await now()).toMatchObject({ status: "held", code: "held.snoozed" });
    await it.db().execute(sql`update cases set snoozed_until = null`);
    it.server().behave("rate_limit");
    const providers = providerRegistry([two, one]);
    const again = () => deliverDue(ctx, { workerId, clock: LIVE, providers });
    await it.dueNow(workspaceId);
    await again();
    expect(await now()).toMatchObject({ status: "held", code: "fail.rate", provider: "one" });
    await it.dueNow(workspaceId);
    await again();
    expect(await now()).toMatchObject({ status: "planned", params: { maybeSent: true } });
  });
});

test("the job that a failed attempt commits runs the next one", async () => {
  const boss = createBoss(it.url(), "worker");
  await boss.start();
  await prepareQueues(boss);
  const { ctx, workerId, deliver } = it.start(createEnqueue(boss));
  const world = await testWorld(it.db());
  const id = await world.addMessage(await world.addCase());
  it.server().behave("outage");
  await deliver();
  it.server().behave("accept");
  const waiting = await it.db().execute<{ start: number }>(sql`
    select extract(epoch from start_after - now())::float8 as start
      from pgboss.job where name = 'message.retry'`);
  expect(waiting).toHaveLength(1);
  expect(waiting[0]?.start).toBeGreaterThan(50);
  await it.db().execute(sql`update pgboss.job set start_after = now()`);

  const retried = new Promise<void>((resolve, reject) => {
    const retry: Handlers["message.retry"] = (payload) =>
      deliverRetry(ctx, { workerId, providers: it.providers() }, payload).then(resolve, reject);
    workJobs(boss, { "message.retry": retry } as Handlers).catch(reject);
  });
  await retried;
  expect(await world.message(id)).toMatchObject({ status: "sent", attempts: 2 });
  expect(it.server().accepted.map(({ key }) => key)).toEqual([id]);
  await boss.stop();
});
