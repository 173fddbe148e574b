import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as tables from "@/db/schema";
import { LIVE } from "@/server/clock/clock";
import { providerRegistry } from "@/server/providers/registry";
import { deliverDue, nextDeliveryAt } from "./deliver";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

describe("a round", () => {
  test("a due message leaves once, rendered, under its own id, with its reason", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());

    expect(await deliver()).toMatchObject({ claimed: 1 });
    expect(await deliver()).toMatchObject({ claimed: 0 });

    expect(it.server().accepted.map(({ key }) => key)).toEqual([id]);
    expect(JSON.parse(it.server().accepted[0]?.raw ?? "{}")).toMatchObject({
      to: "ana@example.com",
      subject: "Invoice for Ana",
    });
    expect(await world.message(id)).toMatchObject({
      status: "sent",
      code: "sent.plan",
      to: "ana@example.com",
      provider: "resend",
      providerMessageId: `re_${id}`,
      attempts: 1,
      deliverAt: null,
      content: { subject: "Invoice for Ana", locale: "en" },
    });
  });

  test("a sandbox's messages end in its outbox and in-app ones with the person, in one commit", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db(), "sandbox");
    const live = await testWorld(it.db());
    const email = await world.addMessage(await world.addCase());
    const inApp = await live.addMessage(await live.addCase(), { channel: "in_app" });
    await deliver();
    expect(await world.message(email)).toMatchObject({ status: "sent", provider: "outbox" });
    expect(await live.message(inApp)).toMatchObject({
      status: "sent",
      provider: "in_app",
      to: "Ana",
    });
    expect(it.server().accepted).toHaveLength(0);
  });

  test("without a provider a live message waits and says so", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const id = await world.addMessage(await world.addCase());
    await deliver({ providers: providerRegistry([]) });
    expect(await world.message(id)).toMatchObject({
      status: "held",
      code: "held.no_provider",
      params: { channel: "email" },
    });
    await it.dueNow(world.workspaceId);
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "sent" });
  });

  test("a person without an address is skipped with that reason", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    await world.addPerson("Bo", null);
    const id = await world.addMessage(await world.addCase(), { personId: "Bo" });
    await deliver();
    expect(await world.message(id)).toMatchObject({
      status: "not_sent",
      code: "skip.no_address",
      params: { personId: "Bo", channel: "email" },
      evidence: { gate: "address", addresses: [] },
    });
  });

  test("a template that names a missing field fails with its place; the others of the batch leave", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const content = { subject: "Hello", body: "Line one\n{{ data.missing }}" };
    await it
      .db()
      .insert(tables.templates)
      .values({
        workspaceId: world.workspaceId,
        key: "broken",
        template: { channel: "email", content },
      });
    const bad = await world.addMessage(await world.addCase(), { template: "broken" });
    const gone = await world.addMessage(await world.addCase(), { template: "nowhere" });
    const good = await world.addMessage(await world.addCase());
    await deliver();
    expect(await world.message(bad)).toMatchObject({
      status: "failed",
      code: "fail.render",
      params: { template: "broken", field: "body", line: 2, column: 4 },
    });
    expect(await world.message(gone)).toMatchObject({ status: "failed", code: "fail.render" });
    expect(await world.message(good)).toMatchObject({ status: "sent" });
  });

  test("a person with an impossible zone fails alone", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    await world.addPerson("Zed", "zed@example.com", {
      timeZone: "Mars/Base",
      quietHours: [{ days: ["mon"], from: "22:00", to: "07:00" }],
    });
    const bad = await world.addMessage(await world.addCase(), { personId: "Zed" });
    const good = await world.addMessage(await world.addCase());
    await deliver();
    expect(await world.message(bad)).toMatchObject({ status: "failed", code: "fail.config" });
    expect(await world.message(good)).toMatchObject({ status: "sent" });
  });

  test("a template change is seen as soon as the facts revision has grown", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db(), "sandbox");
    await world.addMessage(await world.addCase());
    await deliver();
    await it
      .db()
      .update(tables.templates)
      .set({
        template: { channel: "email", content: { subject: "New", body: "New" } },
      });
    await it
      .db()
      .update(tables.workspaces)
      .set({ factsRevision: 2 })
      .where(eq(tables.workspaces.id, world.workspaceId));
    const id = await world.addMessage(await world.addCase());
    await deliver();
    expect((await world.message(id)).content?.subject).toBe("New");
  });

  test("templates read the person's other open cases and what happened before", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db(), "sandbox");
    const body =
      "{{ open.count }} more; {{ history.last.data.product }}; {{ data.answer }}; {{ case.owner }}";
    await it
      .db()
      .insert(tables.templates)
      .values({
        workspaceId: world.workspaceId,
        key: "rich",
        template: { channel: "email", content: { subject: "Hi", body } },
      });
    await it
      .db()
      .insert(tables.events)
      .values({
        workspaceId: world.workspaceId,
        id: randomUUID(),
        name: "viewed",
        personId: "Ana",
        data: { product: "lamp" },
        occurredAt: sql`now()`,
        receivedAt: sql`now()`,
        result: {},
      });
    await world.addCase();
    const caseId = await world.addCase({ ownerPersonId: "Ana", memory: { saved: { answer: 42 } } });
    const id = await world.addMessage(caseId, { template: "rich" });
    await deliver();
    expect((await world.message(id)).content?.body).toBe("1 more; lamp; 42; Ana Miller");
  });
});

test("four workers hand over each of 300 messages once", async () => {
  const world = await testWorld(it.db());
  const caseIds = await Promise.all(Array.from({ length: 100 }, () => world.addCase()));
  for (const caseId of caseIds) {
    for (const step of ["a", "b", "c"]) await world.addMessage(caseId, { step });
  }
  const work = async () => {
    const { deliver } = it.start();
    let idle = 0;
    while (idle < 5) {
      const { claimed } = await deliver({ limit: 40 });
      idle = claimed === 0 ? idle + 1 : 0;
      if (claimed === 0) await new Promise((wake) => setTimeout(wake, 20));
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  const { accepted, requests } = it.server();
  expect(accepted).toHaveLength(300);
  expect(new Set(accepted.map(({ raw }) => JSON.parse(raw).tags[0].value)).size).toBe(300);
  // The provider refuses repeats, so the calls themselves are counted: one for each key.
  expect(requests).toBe(new Set(accepted.map(({ key }) => key)).size);
  const left = await it.db().execute(sql`select 1 from messages where status <> 'sent'`);
  expect(left).toHaveLength(0);
});

test("the next delivery is the earliest one of its clock", async () => {
  const world = await testWorld(it.db());
  const caseId = await world.addCase();
  expect(await nextDeliveryAt(it.db(), LIVE)).toBeNull();
  const deliverAt = new Date("2031-01-01T00:00:00Z");
  await world.addMessage(caseId, { deliverAt });
  await world.addMessage(caseId, {
    deliverAt: new Date("2030-01-01T00:00:00Z"),
    testClock: true,
    step: "t",
  });
  expect(await nextDeliveryAt(it.db(), LIVE)).toBe(deliverAt.getTime());
  const clock = { kind: "test" as const, workspaceId: world.workspaceId, now: 0 };
  expect(await nextDeliveryAt(it.db(), clock)).toBe(Date.parse("2030-01-01T00:00:00Z"));
});

test("a test clock delivers its own messages at its own moment, and the live clock none of them", async () => {
  const { ctx, workerId, deliver } = it.start();
  const world = await testWorld(it.db(), "sandbox");
  const at = Date.parse("2020-01-01T00:00:00Z");
  const over = { testClock: true, plannedAt: new Date(at), deliverAt: new Date(at) };
  const id = await world.addMessage(await world.addCase({ testClock: true }), over);
  expect(await deliver()).toMatchObject({ claimed: 0 });
  const clock = { kind: "test" as const, workspaceId: world.workspaceId, now: at };
  expect(await deliverDue(ctx, { workerId, clock })).toMatchObject({ claimed: 1 });
  expect((await world.message(id)).sentAt?.getTime()).toBe(at);
});
