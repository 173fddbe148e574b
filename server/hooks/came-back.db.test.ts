import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/core/time";
import * as tables from "@/db/schema";
import type { Ctx } from "@/server/context";
import { deliveryTest, testWorld } from "@/server/delivery/testing";
import {
  BOUNCE,
  knock,
  resendNotice,
  resendRequest,
  twilioRequest,
  withProviders,
} from "./testing";

const PHONE = "+491701234567";
const it = deliveryTest();

let ctx: Ctx;
let world: Awaited<ReturnType<typeof testWorld>>;

beforeEach(async () => {
  ctx = withProviders(it.start().ctx);
  world = await testWorld(it.db());
  await it.addWorkflow(world.workspaceId);
});

type Over = Partial<typeof tables.messages.$inferInsert>;

/** A case that waits after the first channel of its step, and the message that left there. */
async function sent(over: Over = {}, caseOver: Parameters<typeof world.addCase>[0] = {}) {
  const providerMessageId = randomUUID();
  const caseId = await world.addCase({
    pc: 1,
    step: "w1",
    waitingFor: "time",
    nextActionAt: new Date(Date.now() + DAY_MS),
    ...caseOver,
  });
  const id = await world.addMessage(caseId, {
    channel: "email",
    request: { audience: "person", report: true, place: 0 },
    status: "sent",
    code: "sent.plan",
    provider: "resend",
    providerMessageId,
    to: "ana@example.com",
    attempts: 1,
    sentAt: new Date(Date.now() - MINUTE_MS),
    deliverAt: null,
    ...over,
  });
  return { id, caseId, emailId: providerMessageId };
}
/** The same over Twilio, whose next channel is email. */
const sentSms = async (over: Over = {}) => {
  const MessageSid = `SM${randomUUID().replaceAll("-", "")}`;
  const channel = "sms" as const;
  const more = { channel, provider: "twilio", providerMessageId: MessageSid, to: PHONE };
  return { MessageSid, ...(await sent({ ...more, ...over })) };
};
const tell = async (type: string, emailId: string, more = {}, id: string = randomUUID()) => {
  const response = await knock(ctx, resendRequest(resendNotice(type, emailId, more), { id }));
  expect(response.status).toBe(204);
};
const tellTwilio = async (form: Record<string, string>) =>
  expect((await knock(ctx, twilioRequest(ctx, form))).status).toBe(204);
const of = (workspaceId: string) => sql`workspace_id = ${workspaceId}`;
const rows = async (query: ReturnType<typeof sql>) => [...(await it.db().execute(query))];
const suppressed = () =>
  rows(sql`select channel, address, reason from suppressions where ${of(world.workspaceId)}`);
const planned = (caseId: string) =>
  rows(sql`select channel, status from messages
    where case_id = ${caseId} and status = 'planned' order by channel`);
const events = (id: string) =>
  rows(sql`select type, by, detail from message_events where message_id = ${id} order by type, id`);
const consents = () =>
  rows(sql`select channel, topic, granted, source from consents where ${of(world.workspaceId)}`);
const choices = () =>
  rows(sql`select topic, channels from preferences where ${of(world.workspaceId)}`);

describe("a list of several matters", () => {
  test("what a provider tells of it holds for every message that left inside it", async () => {
    const { id, emailId } = await sent();
    const inside = await sent({ providerMessageId: emailId, carrierId: id, code: "sent.merged" });
    await it.db().update(tables.messages).set({ carrierId: id }).where(eq(tables.messages.id, id));
    await tell("delivered", emailId);
    for (const one of [id, inside.id]) {
      expect(await world.message(one)).toMatchObject({ status: "delivered" });
    }
    await tell("bounced", emailId, BOUNCE);
    for (const one of [id, inside.id]) {
      expect(await world.message(one)).toMatchObject({ status: "failed", code: "fail.bounced" });
    }
  });
});

describe("a bounce", () => {
  test("fails the message in the provider's words, and its address is not written to again", async () => {
    const { id, emailId } = await sent();
    await tell("delivered", emailId);
    expect(await world.message(id)).toMatchObject({
      status: "delivered",
      deliveredAt: expect.any(Date),
    });
    await tell("bounced", emailId, BOUNCE);
    expect(await world.message(id)).toMatchObject({
      status: "failed",
      code: "fail.bounced",
      params: { text: "No such user here" },
      deliveredAt: null,
    });
    expect(await suppressed()).toEqual([
      { channel: "email", address: "ana@example.com", reason: "bounced" },
    ]);
    expect(await events(id)).toMatchObject([
      { type: "bounced", detail: { permanent: true, text: "No such user here" } },
      { type: "delivered" },
    ]);
  });

  test("that may pass is recorded, and nothing else", async () => {
    const { id, caseId, emailId } = await sent();
    await tell("bounced", emailId, {
      bounce: { message: "Full", type: "Transient", subType: "MailboxFull" },
    });
    await tell("delivery_delayed", emailId);
    expect(await world.message(id)).toMatchObject({ status: "sent" });
    expect(await suppressed()).toEqual([]);
    expect(await planned(caseId)).toEqual([]);
    expect(await events(id)).toMatchObject([
      { type: "bounced", detail: { permanent: false, text: "Full" } },
      { type: "delayed", detail: {} },
    ]);
  });

  test("of the first channel sends the next one, once, however often it is told", async () => {
    const { caseId, MessageSid } = await sentSms();
    const form = { MessageSid, MessageStatus: "undelivered", ErrorCode: "30005" };
    await Promise.all([
      tellTwilio(form),
      tellTwilio(form),
      tellTwilio({ ...form, MessageStatus: "failed" }),
    ]);
    expect(await planned(caseId)).toEqual([{ channel: "email", status: "planned" }]);
    expect(await suppressed()).toEqual([{ channel: "sms", address: PHONE, reason: "bounced" }]);
  });

  test("of a closed case sends nothing more, and the case stays closed", async () => {
    const closed = {
      status: "resolved" as const,
      closedAt: new Date(),
      nextActionAt: null,
      waitingFor: null,
    };
    const { id, caseId, emailId } = await sent({ channel: "sms" }, closed);
    await tell("bounced", emailId, BOUNCE);
    expect(await world.message(id)).toMatchObject({ status: "failed" });
    expect(await planned(caseId)).toEqual([]);
    expect(await rows(sql`select status from cases where id = ${caseId}`)).toEqual([
      { status: "resolved" },
    ]);
  });
});

describe("what Twilio tells", () => {
  test("of a phone that is off fails the message and leaves its number alone", async () => {
    const { id, caseId, MessageSid } = await sentSms();
    await tellTwilio({ MessageSid, MessageStatus: "undelivered", ErrorCode: "30003" });
    expect(await world.message(id)).toMatchObject({
      status: "failed",
      code: "fail.provider",
      params: { text: "The phone is off or out of reach. Twilio says: undelivered (30003)" },
    });
    expect(await suppressed()).toEqual([]);
    expect(await planned(caseId)).toEqual([{ channel: "email", status: "planned" }]);
  });

  test("of somebody who answered STOP is their word: the number is left alone and the ledger has it", async () => {
    const { id, MessageSid } = await sentSms();
    const form = { MessageSid, MessageStatus: "failed", ErrorCode: "21610" };
    await tellTwilio(form);
    await tellTwilio(form);
    expect(await world.message(id)).toMatchObject({ status: "failed" });
    expect(await suppressed()).toEqual([{ channel: "sms", address: PHONE, reason: "stopped" }]);
    expect(await consents()).toEqual([
      { channel: "sms", topic: null, granted: false, source: "provider_stop" },
    ]);
  });

  test("with a code nobody documents is kept with the code", async () => {
    const { id, MessageSid } = await sentSms();
    await tellTwilio({
      MessageSid,
      MessageStatus: "failed",
      ErrorCode: "39999",
      ErrorMessage: "Odd",
    });
    expect((await world.message(id)).params).toEqual({ text: "Twilio says: Odd (39999)" });
  });
});

describe("a complaint", () => {
  test("stops the address and switches the topic off, with the proof of it", async () => {
    const { id, emailId } = await sent();
    await tell("complained", emailId, {}, "msg_c");
    await tell("complained", emailId, {}, "msg_c");
    expect(await world.message(id)).toMatchObject({ status: "sent" });
    expect(await suppressed()).toEqual([
      { channel: "email", address: "ana@example.com", reason: "complained" },
    ]);
    expect(await choices()).toEqual([{ topic: "billing", channels: { email: false } }]);
    expect(await consents()).toEqual([
      { channel: "email", topic: "billing", granted: false, source: "complaint" },
    ]);
    expect(await events(id)).toMatchObject([{ type: "complained" }]);
  });

  test("about a required topic stops the address and leaves the topic on", async () => {
    await it
      .db()
      .update(tables.topics)
      .set({ required: true })
      .where(eq(tables.topics.workspaceId, world.workspaceId));
    const { emailId } = await sent();
    await tell("complained", emailId);
    expect(await choices()).toEqual([]);
    expect(await suppressed()).toMatchObject([{ reason: "complained" }]);
  });

  test("outweighs a bounce of the same address, whichever came first", async () => {
    const one = await sent();
    await tell("bounced", one.emailId, BOUNCE);
    await tell("complained", one.emailId);
    expect(await suppressed()).toMatchObject([{ reason: "complained" }]);
    const two = await sent();
    await tell("bounced", two.emailId, BOUNCE);
    expect(await suppressed()).toMatchObject([{ reason: "complained" }]);
  });
});

describe("a report about a message whose end is not known", () => {
  test("ends it: what is in a worker's hands, waits for another attempt or ended unknown was delivered", async () => {
    const sending = { status: "sending" as const, attemptBy: randomUUID(), attemptAt: new Date() };
    const held = { status: "held" as const, code: "fail.provider" };
    const unknown = { status: "unknown" as const, code: "fail.unknown", params: { text: "?" } };
    for (const over of [sending, held, unknown]) {
      const { id, emailId } = await sent({ sentAt: null, ...over });
      await tell("delivered", emailId);
      expect(await world.message(id)).toMatchObject({
        status: "delivered",
        code: "sent.plan",
        params: { audience: "person" },
        sentAt: expect.any(Date),
        attemptBy: null,
        deliverAt: null,
      });
    }
  });

  test("moves the case on at once when it is a refusal", async () => {
    const sending = { status: "sending" as const, attemptBy: randomUUID(), attemptAt: new Date() };
    const { id, caseId, MessageSid } = await sentSms({ ...sending, sentAt: null });
    await tellTwilio({ MessageSid, MessageStatus: "failed", ErrorCode: "30006" });
    expect(await world.message(id)).toMatchObject({ status: "failed", attemptBy: null });
    expect(await planned(caseId)).toEqual([{ channel: "email", status: "planned" }]);
  });
});

describe("opens and clicks that Resend counted", () => {
  const click = {
    click: {
      ipAddress: "203.0.113.9",
      link: "https://shop.example.com/i/1",
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
    },
  };
  const consent = (trackingConsent: boolean) =>
    it
      .db()
      .update(tables.people)
      .set({ trackingConsent })
      .where(eq(tables.people.workspaceId, world.workspaceId));

  test("are kept only for people who agreed to it", async () => {
    const { id, emailId } = await sent();
    await tell("opened", emailId);
    await tell("clicked", emailId, click);
    expect(await events(id)).toEqual([]);
    expect(await world.message(id)).toMatchObject({ openedAt: null, clickedAt: null });
  });

  test("are classified by us: without a visitor nobody is known, a browser's click is a human's", async () => {
    await consent(true);
    const { id, caseId, emailId } = await sent();
    const before = await rows(sql`select * from cases where id = ${caseId}`);
    await tell("opened", emailId);
    expect(await world.message(id)).toMatchObject({ openedBy: "unknown", clickedAt: null });
    await tell("clicked", emailId, click, "msg_click");
    await tell("clicked", emailId, click, "msg_click");
    expect(await world.message(id)).toMatchObject({
      openedBy: "human",
      clickedAt: expect.any(Date),
    });
    expect(await events(id)).toMatchObject([
      { type: "clicked", by: "human", detail: { link: "https://shop.example.com/i/1" } },
      { type: "opened", by: "unknown" },
    ]);
    expect(await rows(sql`select * from cases where id = ${caseId}`)).toEqual(before);
  });

  test("of every link within a second were a filter's", async () => {
    await consent(true);
    const { id, emailId } = await sent();
    await tell("clicked", emailId, click);
    await tell("clicked", emailId, {
      click: { ...click.click, link: "https://shop.example.com/help" },
    });
    expect(await world.message(id)).toMatchObject({ openedAt: null, clickedAt: null });
  });
});

describe("in whatever order and however often", () => {
  const all = [
    ["sent", {}],
    ["delivered", {}],
    ["delivery_delayed", {}],
    ["bounced", { bounce: { message: "Full", type: "Transient", subType: "General" } }],
    ["bounced", BOUNCE],
    ["failed", { failed: { reason: "quota" } }],
    ["complained", {}],
  ] as const;

  /** Everything that is left behind, without what names this one message. */
  async function endOf(order: readonly number[], status: "sent" | "unknown" | "sending") {
    world = await testWorld(it.db());
    await it.addWorkflow(world.workspaceId);
    const over = status === "sending" ? { attemptBy: randomUUID(), attemptAt: new Date() } : {};
    const { id, caseId, emailId } = await sent({ channel: "sms", status, ...over });
    const at = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString();
    for (const index of order) {
      const [type, more] = all[index] ?? all[0];
      const notice = { ...resendNotice(type, emailId, more), created_at: at(index) };
      const response = await knock(ctx, resendRequest(notice, { id: `msg_${id}_${index}` }));
      expect(response.status).toBe(204);
    }
    const {
      status: end,
      code,
      params,
      deliveredAt,
      deliverAt,
      attemptBy,
    } = await world.message(id);
    return {
      message: { end, code, params, deliveredAt, deliverAt, isInHands: attemptBy !== null },
      events: await rows(
        sql`select type, detail, at from message_events where message_id = ${id} order by at`,
      ),
      suppressed: await suppressed(),
      consents: await consents(),
      planned: await planned(caseId),
    };
  }

  test("the end is the same", async () => {
    const indexes = all.map((_, index) => index);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("sent" as const, "unknown" as const, "sending" as const),
        fc.subarray(indexes, { minLength: 1 }).chain((some) => {
          const whole = { minLength: some.length, maxLength: some.length };
          const order = fc.shuffledSubarray(some, whole);
          return fc.tuple(order, order, fc.array(fc.constantFrom(...some), { maxLength: 3 }));
        }),
        async (status, [one, other, again]) => {
          expect(await endOf([...other, ...again], status)).toEqual(await endOf(one, status));
        },
      ),
      { numRuns: 25 },
    );
  });
});
