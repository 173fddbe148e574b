import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { HOUR_MS } from "@/core/time";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { REFUSED_DOMAIN } from "@/server/providers/testing";
import { fakePeer } from "@/server/providers/testing-http";
import { recover } from "./recover";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

async function house(count = 12) {
  const world = await testWorld(it.db());
  const started = it.start();
  const ids: string[] = [];
  const cases: string[] = [];
  for (let n = 0; n < count; n++) {
    const caseId = await world.addCase();
    cases.push(caseId);
    ids.push(await world.addMessage(caseId));
  }
  const rows = () => Promise.all(ids.map(world.message));
  const due = () =>
    it.db().execute(sql`update messages set deliver_at = now()
    where status in ('planned', 'held')`);
  const look = () => recover(started.ctx, { workerId: randomUUID(), providers: it.providers() });
  /** As if its time to be asked again had come. */
  const waited = () =>
    it.db().execute(sql`update messages set attempt_at = now() - interval '1 second'
      where status = 'sending' and attempt_by is null`);
  const recovered = async () => {
    await waited();
    return look();
  };
  return { ...world, ...started, ids, cases, rows, due, look, waited, recovered };
}

const messageIds = () =>
  it.server().accepted.map(({ raw }) => JSON.parse(raw).tags[0].value as string);

describe("many messages to one account", () => {
  test("leave in one call, each with an id of its own", async () => {
    const { deliver, rows, ids } = await house();
    await deliver();
    expect(it.server().requests).toBe(1);
    const sent = await rows();
    expect(sent.map(({ status }) => status)).toEqual(ids.map(() => "sent"));
    expect(new Set(sent.map((row) => row.providerMessageId)).size).toBe(ids.length);
    expect(messageIds().toSorted()).toEqual(ids.toSorted());
    const [first] = sent;
    expect(it.server().accepted[0]?.key).toBe(first?.batch);
  });

  test("leave one by one while they are few", async () => {
    const { deliver, ids } = await house(3);
    await deliver();
    expect(
      it
        .server()
        .accepted.map(({ key }) => key)
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  test("leave by themselves when one of them makes the call fail, and that one alone is refused", async () => {
    const { deliver, rows, due, addPerson, addCase, addMessage, message } = await house();
    await addPerson("Bad", `bad@${REFUSED_DOMAIN}`);
    const bad = await addMessage(await addCase({ personId: "Bad" }), { personId: "Bad" });
    await deliver();
    expect((await rows()).map(({ status, attempts }) => [status, attempts])).toContainEqual([
      "planned",
      0,
    ]);
    await due();
    await deliver();
    expect((await rows()).every(({ status }) => status === "sent")).toBe(true);
    expect(await message(bad)).toMatchObject({ status: "failed", code: "fail.provider" });
    expect(new Set(messageIds()).size).toBe(12);
    expect(messageIds()).toHaveLength(12);
  });

  test("leave by themselves where the server has no such endpoint", async () => {
    const { deliver, due, rows } = await house();
    const plain = await fakePeer({
      read: ({ path, headers, body }) =>
        path === "/emails"
          ? { key: String(headers["idempotency-key"]), raw: body.toString() }
          : { refused: { status: 404, body: { statusCode: 404, name: "not_found", message: "" } } },
      accept: ({ key }) => ({ status: 200, body: { id: `re_${key}` } }),
      refuse: { status: 422 },
      outage: { status: 503 },
      rateLimit: { status: 429 },
    });
    const providers = providerRegistry([createResend({ apiKey: "re_test", baseUrl: plain.url })]);
    await deliver({ providers });
    await due();
    await deliver({ providers });
    expect((await rows()).every(({ status }) => status === "sent")).toBe(true);
    await plain.close();
  });
});

describe("a call whose end nobody knows", () => {
  test("is repeated as it was, under its key, and sends nothing twice", async () => {
    const { deliver, rows, ids, recovered } = await house();
    it.server().behave("drop");
    await deliver();
    expect(
      (await rows()).every(({ status, attemptBy }) => status === "sending" && !attemptBy),
    ).toBe(true);
    it.server().behave("accept");
    expect(await recovered()).toEqual({ found: ids.length });
    expect((await rows()).map(({ status }) => status)).toEqual(ids.map(() => "sent"));
    expect(messageIds().toSorted()).toEqual(ids.toSorted());
    expect(it.server().mismatched).toEqual([]);
  });

  test("waits before it is repeated", async () => {
    const { deliver, ctx } = await house();
    it.server().behave("drop");
    await deliver();
    const { requests } = it.server();
    const round = { workerId: randomUUID(), providers: it.providers() };
    expect(await recover(ctx, round)).toEqual({ found: 0 });
    expect(it.server().requests).toBe(requests);
  });

  test("counts as carried out when a case was closed meanwhile and the server knows the key", async () => {
    const { deliver, rows, ids, cases, recovered } = await house();
    it.server().behave("drop");
    await deliver();
    it.server().behave("accept");
    await it.db().execute(sql`update cases set status = 'resolved' where id = ${cases[0]}`);
    await recovered();
    const [first, ...others] = await rows();
    expect(first).toMatchObject({ status: "unknown", params: { why: "case_closed" } });
    expect(others.map(({ status }) => status)).toEqual(others.map(() => "sent"));
    expect(messageIds()).toHaveLength(ids.length);
  });

  test("sends the others when a case was closed meanwhile and it never arrived", async () => {
    const { rows, cases, recovered, ids, deliver } = await house();
    const nowhere = providerRegistry([
      { ...createResend({ apiKey: "re_test", baseUrl: it.server().url }), batch: lost() },
    ]);
    await deliver({ providers: nowhere });
    await it.db().execute(sql`update cases set status = 'resolved' where id = ${cases[0]}`);
    await recovered();
    const [first, ...others] = await rows();
    expect(first?.status).toBe("unknown");
    expect(others.map(({ status }) => status)).toEqual(others.map(() => "sent"));
    expect(messageIds()).toHaveLength(ids.length - 1);
  });

  test("is not repeated with some of its messages while another worker holds the rest", async () => {
    const { deliver, ids, waited, look, rows } = await house();
    it.server().behave("drop");
    await deliver();
    await waited();
    it.server().behave("accept");
    const { requests } = it.server();
    await it.db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from messages where id = ${ids[3]} for update`);
      expect(await look()).toEqual({ found: 0 });
    });
    expect(it.server().requests).toBe(requests);
    expect(await look()).toEqual({ found: ids.length });
    expect((await rows()).every(({ status }) => status === "sent")).toBe(true);
  });

  test("is not repeated after the life of its key: the messages end unknown", async () => {
    const { deliver, rows, recovered } = await house();
    it.server().behave("drop");
    await deliver();
    const since = Date.now() - 30 * HOUR_MS;
    await it.db().execute(sql`
      update messages set params = params || jsonb_build_object('maybeSince', ${since}::float8)`);
    const { requests } = it.server();
    await recovered();
    expect(it.server().requests).toBe(requests);
    for (const row of await rows()) {
      expect(row).toMatchObject({ status: "unknown", params: { why: "key_expired" } });
    }
  });

  test("of a worker that died is found whole", async () => {
    const { deliver, rows, ids } = await house();
    it.server().behave("hang");
    const dead = randomUUID();
    const dying = deliver({ workerId: dead }).catch(() => {});
    await vi.waitFor(() => expect(it.server().requests).toBe(1), 5_000);
    await it.db().execute(sql`update messages set attempt_at = now() - interval '1 minute'`);
    it.server().behave("accept");
    const { ctx } = it.start();
    await recover(ctx, { workerId: randomUUID(), providers: it.providers() });
    expect((await rows()).map(({ status }) => status)).toEqual(ids.map(() => "sent"));
    expect(messageIds()).toHaveLength(ids.length);
    it.server().hangUp();
    await dying;
    expect((await rows()).map(({ status }) => status)).toEqual(ids.map(() => "sent"));
  });
});

const lost = () => ({
  sizeMax: 100,
  sizeMin: 2,
  send: async () => ({ ok: false, retry: true, reason: "lost", maybeSent: true }) as const,
});
