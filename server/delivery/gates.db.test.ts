import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { Definition } from "@/core/workflow/definition";
import * as tables from "@/db/schema";
import { providerRegistry } from "@/server/providers/registry";
import { fakePush, VAPID } from "@/server/providers/testing-push";
import { createWebPush } from "@/server/providers/web-push";
import { deliverRetry } from "./deliver";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

/** A planned message of a new case, with a content of its own. */
async function withBody(world: Awaited<ReturnType<typeof testWorld>>, body: string) {
  const { workspaceId } = world;
  const template = { channel: "email" as const, content: { subject: "Bill", body } };
  await it.db().insert(tables.templates).values({ workspaceId, key: "own", template });
  const caseId = await world.addCase();
  return { caseId, id: await world.addMessage(caseId, { template: "own" }) };
}

describe("gates on real rows", () => {
  test("held in quiet hours, told so once, then sent when they end", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    await world.addPerson("Quinn", "quinn@example.com", {
      quietHours: [{ days, from: "00:00", to: "24:00" }],
    });
    const caseId = await world.addCase();
    const id = await world.addMessage(caseId, { personId: "Quinn" });
    await deliver();
    const held = await world.message(id);
    expect(held).toMatchObject({ status: "held", code: "held.quiet_hours", attempts: 0 });
    expect(held.deliverAt?.getTime()).toBeGreaterThan(Date.now());

    await it.dueNow(world.workspaceId);
    await deliver();
    const decisions = await it.db().select().from(tables.caseDecisions);
    expect(decisions.map(({ entries }) => entries[0]?.code)).toEqual(["held.quiet_hours"]);

    await it.db().update(tables.people).set({ quietHours: null });
    await it.dueNow(world.workspaceId);
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "sent" });
  });

  test("a message waits for a value that its words need, says so once, and leaves when the value is there", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const { workspaceId } = world;
    const { id } = await withBody(world, "Plan: {{ person.attributes.plan | upcase | hold }}");
    await deliver();
    const held = await world.message(id);
    const why = { code: "held.missing_data", params: { field: "person.attributes.plan" } };
    expect(held).toMatchObject({ status: "held", attempts: 0, sentAt: null, ...why });
    expect(held.deliverAt?.getTime()).toBeGreaterThan(Date.now());

    await it.dueNow(workspaceId);
    await deliver();
    const decisions = await it.db().select().from(tables.caseDecisions);
    expect(decisions.map(({ entries }) => entries[0]?.code)).toEqual(["held.missing_data"]);

    await it
      .db()
      .update(tables.people)
      .set({ attributes: { plan: "team" } })
      .where(eq(tables.people.id, "Ana"));
    await it.dueNow(workspaceId);
    await deliver();
    const sent = await world.message(id);
    expect(sent).toMatchObject({ status: "sent", code: "sent.plan" });
    expect(sent.content?.body).toBe("Plan: TEAM");
  });

  test("a message that waits for a value is not sent once its case is closed", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const { workspaceId } = world;
    const { caseId, id } = await withBody(world, "{{ data.total | hold }}");
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "held" });
    await it
      .db()
      .update(tables.cases)
      .set({ status: "canceled" })
      .where(eq(tables.cases.id, caseId));
    await it.dueNow(workspaceId);
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "not_sent", code: "skip.case_closed" });
  });

  test("a turned-off topic, a withdrawn consent and a suppressed address each stop their message", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const base = { workspaceId: world.workspaceId };
    await world.addPerson("Off", "off@example.com");
    await world.addPerson("Sup", "sup@example.com");
    await world.addPerson("Sms", null);
    await it
      .db()
      .insert(tables.preferences)
      .values({ ...base, personId: "Off", topic: "billing", frequency: "off" });
    await it
      .db()
      .insert(tables.suppressions)
      .values({
        ...base,
        channel: "email",
        address: "sup@example.com",
        reason: "bounced",
        at: sql`now()`,
      });
    await it
      .db()
      .insert(tables.contactPoints)
      .values({
        ...base,
        personId: "Sms",
        channel: "sms",
        address: "+4915112345678",
        verifiedAt: sql`now()`,
      });
    const consent = { ...base, personId: "Sms", channel: "sms" as const, source: "test" };
    await it
      .db()
      .insert(tables.consents)
      .values([
        { ...consent, id: randomUUID(), granted: true, at: sql`now() - interval '1 day'` },
        { ...consent, id: randomUUID(), granted: false, at: sql`now()` },
      ]);
    const caseId = await world.addCase();
    const of = (personId: string, over = {}) => world.addMessage(caseId, { personId, ...over });
    const required = { request: { audience: "escalation" } };
    const ids = [
      await of("Off"),
      await of("Off", { ...required, step: "e1" }),
      await of("Sup"),
      await of("Sms", { ...required, channel: "sms" }),
    ];
    await deliver();
    const codes = await Promise.all(ids.map(async (id) => (await world.message(id)).code));
    expect(codes).toEqual(["skip.pref_topic", "sent.plan", "skip.suppressed", "skip.no_consent"]);
  });

  test("the last reminder is the one of the last stage that sends", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const base = { workspaceId: world.workspaceId };
    await it
      .db()
      .insert(tables.preferences)
      .values({ ...base, personId: "Ana", topic: "billing", frequency: "last_reminder" });
    const stage = (id: string, step: object) => ({ id, name: id, steps: [step] });
    const send = (id: string) => ({ id, kind: "send", channels: [{ email: "first" }] });
    const repeat = { id: "b", kind: "repeat", every: "P1D", timesMax: 2, steps: [send("s2")] };
    const definition = Definition.parse({
      schema: 1,
      purpose: "reminder",
      topic: "billing",
      subject: "Invoice",
      stages: [
        stage("initial", send("s1")),
        stage("final", repeat),
        stage("end", { id: "w", kind: "wait", for: "P1D" }),
      ],
    });
    await it.db().execute(sql`
      insert into workflow_versions (workspace_id, workflow, version, definition, published_at)
      values (${world.workspaceId}, 'invoice', 1, ${JSON.stringify(definition)}::jsonb, now())`);
    const caseId = await world.addCase();
    const first = await world.addMessage(caseId);
    const final = await world.addMessage(caseId, { stage: "final", step: "s2" });
    await deliver();
    expect(await world.message(first)).toMatchObject({ code: "skip.pref_topic" });
    expect(await world.message(final)).toMatchObject({ status: "sent" });
  });

  test("of two people who share an address only one gets a team's message", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    await world.addPerson("Bo", "ana@example.com");
    const caseId = await world.addCase();
    const team = { request: { audience: "team" } };
    const one = await world.addMessage(caseId, team);
    const two = await world.addMessage(caseId, { ...team, personId: "Bo" });
    await deliver();
    const codes = [(await world.message(one)).code, (await world.message(two)).code];
    expect(codes.sort()).toEqual(["sent.plan", "skip.duplicate"]);
  });
});

describe("what the engine asked to be told", () => {
  const asked = (place: number) => ({ audience: "person", place, report: true });
  async function world() {
    const made = await testWorld(it.db());
    await it.addWorkflow(made.workspaceId);
    return made;
  }
  const channels = async (caseId: string) => {
    const rows = await it.db().execute<{ what: string }>(sql`
      select channel || ' ' || status as what from messages where case_id = ${caseId}
       order by planned_at, id`);
    return rows.map(({ what }) => what);
  };

  test("without an address the next channel of the step is planned in the same commit", async () => {
    const { deliver } = it.start();
    const made = await world();
    const caseId = await made.addCase({ pc: 1, step: "s1", waitingFor: "time" });
    await made.addMessage(caseId, { channel: "sms", request: asked(0) });
    await deliver();
    expect(await channels(caseId)).toEqual(["sms not_sent", "email planned"]);
    await deliver();
    expect(await channels(caseId)).toEqual(["sms not_sent", "email sent"]);
  });

  test("after a hard failure too, and not while a retry is still to come", async () => {
    const { ctx, workerId, deliver } = it.start();
    const made = await world();
    const caseId = await made.addCase({ pc: 1, step: "s1", waitingFor: "time" });
    const service = await fakePush();
    const over = { channel: "push" as const, request: asked(0) };
    await it.db().insert(tables.contactPoints).values({
      workspaceId: made.workspaceId,
      personId: "Ana",
      channel: "push",
      address: service.address,
      verifiedAt: sql`now()`,
    });
    await it
      .db()
      .update(tables.topics)
      .set({ defaultChannels: ["email", "push"] })
      .where(eq(tables.topics.workspaceId, made.workspaceId));
    const id = await made.addMessage(caseId, over);
    const providers = providerRegistry([createWebPush({ ...VAPID, allowPrivate: true })]);
    service.behave("outage");
    await deliver({ providers });
    expect(await channels(caseId)).toEqual(["push held"]);
    service.behave("refuse");
    const payload = { workspaceId: made.workspaceId, messageId: id };
    await deliverRetry(ctx, { workerId, providers }, payload);
    await service.close();
    expect(await channels(caseId)).toEqual(["push failed", "email planned"]);
  });
});
