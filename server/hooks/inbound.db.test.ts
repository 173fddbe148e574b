import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JobPayload } from "@/core/jobs";
import { MINUTE_MS } from "@/core/time";
import { type TestDatabase, testDatabase } from "@/db/testing";
import type { Ctx } from "@/server/context";
import { type Enqueued, testCtx, testWorld } from "@/server/delivery/testing";
import { type FakePeer, fakePeer } from "@/server/providers/testing-http";
import { dumpOf } from "@/server/public/testing";
import { fetchEmail } from "./fetch-email";
import {
  knock,
  RESEND_SECRET,
  resendNotice,
  resendRequest,
  twilioRequest,
  withProviders,
} from "./testing";

const PHONE = "+491701234567";
const EMAIL_ID = "56761188-7520-42d8-8898-ff6fc54ce618";

let database: TestDatabase;
let resend: FakePeer;
let ctx: Ctx;
let jobs: Enqueued[];
let world: Awaited<ReturnType<typeof testWorld>>;
/** What the next email says. */
let mail: Record<string, unknown>;

beforeAll(async () => {
  const missing = { status: 404, body: { statusCode: 404, name: "not_found", message: "None" } };
  [database, resend] = await Promise.all([
    testDatabase(),
    fakePeer({
      read: ({ path, headers }) =>
        headers.authorization === "Bearer re_test" && path.startsWith("/emails/receiving/")
          ? { key: path, raw: "" }
          : { refused: missing },
      accept: () => ({ status: 200, body: mail }),
      refuse: missing,
      outage: {
        status: 503,
        body: { statusCode: 503, name: "internal_server_error", message: "Later" },
      },
      rateLimit: {
        status: 429,
        body: { statusCode: 429, name: "rate_limit_exceeded", message: "Slow" },
      },
    }),
  ]);
});
afterAll(async () => {
  await resend.close();
  await database.drop();
});
beforeEach(async () => {
  const made = testCtx(database.db);
  jobs = made.jobs;
  ctx = withProviders(made.ctx);
  Object.assign(ctx.config, {
    resend: { apiKey: "re_test", baseUrl: resend.url, webhookSecret: RESEND_SECRET },
  });
  resend.behave("accept");
  world = await testWorld(database.db);
});

const sent = async (over = {}) =>
  world.addMessage(await world.addCase(), {
    status: "sent",
    provider: "resend",
    to: "ana@example.com",
    attempts: 1,
    sentAt: new Date(Date.now() - MINUTE_MS),
    deliverAt: null,
    content: {
      locale: "en",
      subject: "Invoice",
      preheader: null,
      title: null,
      body: "Please look",
      actions: [],
    } as never,
    ...over,
  });
const received = (emailId = EMAIL_ID) =>
  resendRequest(
    resendNotice("received", emailId, { to: ["in@reply.example.com"], attachments: [] }),
    { id: "msg_in" },
  );
const emailOf = (messageId: string) => ({
  object: "email",
  id: EMAIL_ID,
  to: ["in@reply.example.com"],
  received_for: ["in@reply.example.com"],
  from: "Ana Miller <ana@example.com>",
  subject: "Re: Invoice",
  text: "I will pay on Friday.",
  html: null,
  cc: null,
  bcc: null,
  headers: { "In-Reply-To": `<${messageId}@shop.example.com>` },
  message_id: "<a@b>",
  attachments: [{ id: "1", filename: "huge.bin", content_type: "application/octet-stream" }],
});
const job = () => jobs.at(-1)?.payload as JobPayload<"email.received">;

describe("an email that Resend received", () => {
  test("is fetched by a job that is put in when the notice is taken, and answers its message once", async () => {
    const id = await sent();
    expect((await knock(ctx, received())).status).toBe(204);
    expect(jobs).toMatchObject([
      { name: "email.received", payload: { account: null, emailId: EMAIL_ID } },
    ]);
    expect(await world.message(id)).toMatchObject({ repliedAt: null });
    mail = emailOf(id);
    await fetchEmail(ctx, job());
    expect(await world.message(id)).toMatchObject({ repliedAt: expect.any(Date) });
    const before = await dumpOf(database.db);
    expect((await knock(ctx, received())).status).toBe(204);
    await fetchEmail(ctx, job());
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test("is fetched again when Resend does not answer, and given up when it is gone", async () => {
    await knock(ctx, received());
    for (const behaviour of ["outage", "rate_limit", "drop"] as const) {
      resend.behave(behaviour);
      await expect(fetchEmail(ctx, job())).rejects.toThrow(EMAIL_ID);
    }
    resend.behave("refuse");
    await expect(fetchEmail(ctx, job())).resolves.toBeUndefined();
    resend.behave("accept");
    mail = { object: "email", from: "x" };
    await expect(fetchEmail(ctx, job())).resolves.toBeUndefined();
  });

  test("with an account that is gone is left where it is", async () => {
    const account = { workspaceId: world.workspaceId, id: "00000000-0000-4000-8000-000000000000" };
    const before = resend.requests;
    await fetchEmail(ctx, { account, emailId: EMAIL_ID });
    expect(resend.requests).toBe(before);
  });
});

describe("an SMS that came in", () => {
  const sms = (Body: string, over = {}) =>
    twilioRequest(ctx, {
      MessageSid: `SM${"b".repeat(32)}`,
      SmsStatus: "received",
      From: PHONE,
      To: "+15005550006",
      Body,
      NumMedia: "0",
      ...over,
    });
  const suppressed = () =>
    database.db.execute(sql`
      select channel, address, reason from suppressions where workspace_id = ${world.workspaceId}`);

  test("that says STOP stops at once, and once however often Twilio repeats it", async () => {
    await sent({ channel: "sms", provider: "twilio", to: PHONE });
    await database.db.execute(sql`
      insert into contact_points (workspace_id, person_id, channel, address, verified_at)
      values (${world.workspaceId}, 'Ana', 'sms', ${PHONE}, now())`);
    expect((await knock(ctx, sms("STOP"))).status).toBe(204);
    expect([...(await suppressed())]).toEqual([
      { channel: "sms", address: PHONE, reason: "stopped" },
    ]);
    const before = await dumpOf(database.db);
    expect((await knock(ctx, sms("STOP"))).status).toBe(204);
    expect(await dumpOf(database.db)).toEqual(before);
  });

  test.each([
    ["nobody's number", { From: "12345" }],
    ["a sender's name", { From: "BANK" }],
    ["no words", { Body: "" }],
    ["odd words", { Body: "\u0000\ud83d \u202estop" }],
  ])("from %s is taken and breaks nothing", async (_name, over) => {
    expect((await knock(ctx, sms("Hello", over))).status).toBe(204);
  });

  test.each([
    ["no sender", { From: "" }],
    ["an id that is none", { MessageSid: "SM1" }],
  ])("with %s is malformed", async (_name, over) => {
    expect((await knock(ctx, sms("Hello", over))).status).toBe(400);
  });
});
