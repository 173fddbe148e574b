import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { SECOND_MS } from "@/core/time";
import {
  knock,
  RESEND_SECRET,
  resendNotice,
  resendRequest,
  twilioRequest,
} from "@/server/hooks/testing";
import { savePeople } from "@/server/people/save-people";
import { environmentProviders } from "@/server/providers/configured";
import { providerRegistry } from "@/server/providers/registry";
import { type FakeServer, fakeResend } from "@/server/providers/testing";
import type { FakePeer } from "@/server/providers/testing-http";
import { fakeTwilio, TWILIO } from "@/server/providers/testing-twilio";
import {
  type House,
  install,
  messagesIn,
  newWorkspace,
  openMany,
  testHouse,
} from "@/server/testing/house";
import { startWorker, type Worker } from "./start-worker";

const PHONE = "+491701234567";
const WAIT = { timeout: 20 * SECOND_MS, interval: 5 };
/** From the callback to the next channel's provider. */
const AT_ONCE_MS = SECOND_MS;

let house: House;
let twilio: FakePeer;
let resend: FakeServer;
let worker: Worker;

beforeAll(async () => {
  [house, twilio, resend] = await Promise.all([testHouse(), fakeTwilio(), fakeResend()]);
  Object.assign(house.ctx.config, {
    emailFrom: "Shop <billing@shop.example.com>",
    resend: { apiKey: "re_test", baseUrl: resend.url, webhookSecret: RESEND_SECRET },
    twilio: { ...TWILIO, baseUrl: twilio.url },
  });
  const { config } = house.ctx;
  const providers = providerRegistry(environmentProviders(config));
  worker = await startWorker(config, pino({ level: "silent" }), providers);
});
afterAll(async () => {
  await worker.stop();
  await Promise.all([twilio.close(), resend.close()]);
  await house.database.drop();
});

const step = (anyOf: object[]) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "Invoice {{ data.number }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        { id: "s1", kind: "send", anyOf },
        { id: "w1", kind: "wait", for: "P3D" },
      ],
    },
  ],
});

/** A zone in which it is noon now: SMS leave by day. */
function noonZone(): string {
  const ahead = ((12 - new Date().getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

async function open(anyOf: object[]) {
  const who = await newWorkspace(house.ctx, "live");
  await install(house.ctx, who, "invoice", step(anyOf));
  await savePeople(house.ctx, who, [
    { id: "ana", name: "Ana", phone: PHONE, email: "ana@example.com", timeZone: noonZone() },
  ]);
  const [emails, sms] = [resend.accepted.length, twilio.accepted.length];
  await openMany(house.ctx, who, "invoice", [{ personId: "ana", data: { number: 7 } }]);
  return { who, emails, sms };
}

test("an SMS whose number is not in use is followed by the email within a second of Twilio's callback", async () => {
  const { who, emails, sms } = await open([{ sms: "short" }, { email: "long" }]);
  await vi.waitFor(() => expect(twilio.accepted).toHaveLength(sms + 1), WAIT);
  await vi.waitFor(async () => {
    expect(await messagesIn(house.ctx.db, who.workspaceId)).toMatchObject([{ status: "sent" }]);
  }, WAIT);
  const form = JSON.parse(twilio.accepted.at(-1)?.raw ?? "{}");
  const address = new URL(form.StatusCallback);
  expect(address.origin + address.pathname).toBe(
    "http://followthrough.test/api/hooks/twilio/environment",
  );
  const MessageSid = `SM${String(sms + 1).padStart(32, "0")}`;
  const callback = { MessageSid, MessageStatus: "undelivered", ErrorCode: "30005" };
  const began = performance.now();
  const request = twilioRequest(house.ctx, callback, { query: address.search });
  expect((await knock(house.ctx, request)).status).toBe(204);
  await vi.waitFor(() => expect(resend.accepted).toHaveLength(emails + 1), WAIT);
  expect(performance.now() - began).toBeLessThan(AT_ONCE_MS);
  await vi.waitFor(async () => {
    expect(await messagesIn(house.ctx.db, who.workspaceId)).toMatchObject([
      { channel: "sms", status: "failed", code: "fail.bounced" },
      { channel: "email", status: "sent" },
    ]);
  }, WAIT);
});

test("an email that bounces is followed by the SMS within a second of Resend's webhook", async () => {
  const { who, emails, sms } = await open([{ email: "long" }, { sms: "short" }]);
  await vi.waitFor(() => expect(resend.accepted).toHaveLength(emails + 1), WAIT);
  await vi.waitFor(async () => {
    expect(await messagesIn(house.ctx.db, who.workspaceId)).toMatchObject([{ status: "sent" }]);
  }, WAIT);
  const { tags } = JSON.parse(resend.accepted.at(-1)?.raw ?? "{}");
  const [tag] = tags;
  const bounce = { message: "No such user", type: "Permanent", subType: "General" };
  // Found by the tag alone: as if the answer to the hand-over had been lost.
  const notice = resendNotice("bounced", "4ef9a417-02e9-4d39-ad75-e9227e0cc05c", {
    bounce,
    tags: { [tag.name]: tag.value },
  });
  const began = performance.now();
  expect((await knock(house.ctx, resendRequest(notice))).status).toBe(204);
  await vi.waitFor(() => expect(twilio.accepted).toHaveLength(sms + 1), WAIT);
  expect(performance.now() - began).toBeLessThan(AT_ONCE_MS);
});
