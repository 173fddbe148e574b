import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { HOUR_MS } from "@/core/time";
import { MESSAGE_ID, patience, settings, source, testProvider } from "./contract";
import { createFcm } from "./fcm";
import { googleKeyProblem, readGoogleKey } from "./google-key";
import type { Outgoing, Provider } from "./provider";
import { composePush } from "./push";
import { DEVICE, type FakeFcm, fakeFcm, fcmRefusal, SERVICE_ACCOUNT } from "./testing-fcm";

let server: FakeFcm;
let provider: Provider;

beforeAll(async () => {
  server = await fakeFcm();
});
beforeEach(() => {
  server.behave("accept");
  server.tokens.length = 0;
  provider = createFcm({ key: SERVICE_ACCOUNT, baseUrl: server.url });
});
afterAll(() => server.close());

const push = (to = `fcm:${DEVICE}`): Outgoing => ({
  channel: "push",
  id: MESSAGE_ID,
  to,
  compose: () => composePush(source, settings),
});
const send = (message = push(), from = provider) => from.send(message, patience());

testProvider(
  "fcm",
  () => provider,
  () => server,
  {
    at: (baseUrl) => createFcm({ key: SERVICE_ACCOUNT, baseUrl }),
    message: push,
    refusal: /Invalid value/,
  },
);

test("the phone is told title, text, where a press leads, and what it takes the place of", async () => {
  await send();
  const { message } = JSON.parse(server.accepted.at(-1)?.raw ?? "{}");
  expect(message).toMatchObject({
    token: DEVICE,
    notification: { title: "Invoice 7", body: expect.stringContaining("Please pay 120 €") },
    data: { id: MESSAGE_ID, tag: source.caseId, url: expect.stringContaining("/a/") },
    android: { priority: "NORMAL", ttl: "86400s", notification: { tag: source.caseId } },
    apns: { headers: { "apns-collapse-id": source.caseId } },
  });
});

test("one access token serves many messages, also those that ask for it at once", async () => {
  await Promise.all([send(), send(), send()]);
  await send();
  expect(server.tokens).toHaveLength(1);
});

test("an access token is not used in its last five minutes", async () => {
  await send();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS - 4 * 60_000 });
  try {
    const { tokens } = server;
    await send();
    // The server's own clock is that of this process.
    expect(tokens).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test("a token that is refused is renewed once, and the message leaves", async () => {
  await send();
  server.revoke();
  expect(await send()).toMatchObject({ ok: true });
  expect(server.tokens).toHaveLength(2);
});

test("a service account whose tokens are refused again is at fault, not the message", async () => {
  server.answer(fcmRefusal(401, "UNAUTHENTICATED"));
  expect(await send()).toMatchObject({ ok: false, retry: true, blame: "account" });
  expect(server.tokens).toHaveLength(2);
});

test("a service account whose key Google does not know is at fault, and nothing was sent", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const private_key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const wrong = createFcm({ key: { ...SERVICE_ACCOUNT, private_key }, baseUrl: server.url });
  const delivery = await send(push(), wrong);
  expect(delivery).toMatchObject({ ok: false, retry: true, blame: "account" });
  expect(delivery).not.toHaveProperty("maybeSent");
});

test("an app that was removed is not written to again, nor a token that is none", async () => {
  server.answer(fcmRefusal(404, "NOT_FOUND", { errorCode: "UNREGISTERED" }));
  expect(await send()).toMatchObject({ retry: false, addressGone: "bounced" });
  const message = "The registration token is not a valid FCM registration token";
  server.answer(fcmRefusal(400, "INVALID_ARGUMENT", { message }));
  expect(await send()).toMatchObject({ retry: false, addressGone: "bounced" });
});

test("a wrong field, another project's app and Apple's refusal keep the address", async () => {
  for (const answer of [
    fcmRefusal(400, "INVALID_ARGUMENT", { message: "Message too big" }),
    fcmRefusal(403, "PERMISSION_DENIED", { errorCode: "SENDER_ID_MISMATCH" }),
    fcmRefusal(401, "UNAUTHENTICATED", { errorCode: "THIRD_PARTY_AUTH_ERROR" }),
  ]) {
    server.answer(answer);
    const delivery = await send();
    expect(delivery).toMatchObject({ ok: false });
    expect(delivery).not.toHaveProperty("addressGone");
    expect(delivery).not.toHaveProperty("blame");
  }
});

test("a used-up quota and an outage say how long to wait", async () => {
  server.behave("rate_limit");
  expect(await send()).toMatchObject({ rateLimited: true, retryAfterMs: 7_000 });
  server.answer(fcmRefusal(429, "QUOTA_EXCEEDED"));
  expect(await send()).toMatchObject({ rateLimited: true, retryAfterMs: 60_000 });
  server.behave("outage");
  expect(await send()).toMatchObject({ retry: true, retryAfterMs: 90_000, blame: "outage" });
});

test("an answer that cannot be read may be that of a message that was taken", async () => {
  server.behave("nonsense");
  expect(await send()).toMatchObject({ ok: false, retry: true, maybeSent: true });
});

test("nobody listening is an outage, and nothing was sent", async () => {
  const away = await fakeFcm();
  await away.close();
  const nowhere = createFcm({ key: SERVICE_ACCOUNT, baseUrl: away.url });
  const delivery = await send(push(), nowhere);
  expect(delivery).toMatchObject({ ok: false, retry: true, blame: "outage" });
  expect(delivery).not.toHaveProperty("maybeSent");
});

test("it reaches apps, however their token is written, and no browsers", () => {
  const takes = (address: string) => provider.takes?.(address);
  expect([`fcm:${DEVICE}`, JSON.stringify({ token: DEVICE })].map(takes)).toEqual([true, true]);
  expect(['{"endpoint":"https://push.example/1"}', "fcm:", "Ana"].map(takes)).toEqual([
    false,
    false,
    false,
  ]);
});

test("a service account is read as JSON and as base64, and nothing else is one", () => {
  const json = JSON.stringify(SERVICE_ACCOUNT);
  for (const text of [json, Buffer.from(json).toString("base64")]) {
    expect(readGoogleKey(text)).toMatchObject({ project_id: "shop-7" });
  }
  for (const text of ["", "{}", "null", json.replace("BEGIN", "END"), "not base64 !"]) {
    expect(readGoogleKey(text)).toBeNull();
  }
});

test("a file that is no service account is told what it lacks", () => {
  const file = (changes: object) => JSON.stringify({ ...SERVICE_ACCOUNT, ...changes });
  expect(googleKeyProblem(file({}))).toBeNull();
  expect(googleKeyProblem("hello")).toMatch(/^the JSON of a service account/);
  expect(googleKeyProblem("[]")).toMatch(/^the JSON of a service account/);
  expect(googleKeyProblem(file({ client_email: undefined, private_key: undefined }))).toBe(
    "the file lacks client_email, private_key",
  );
  expect(googleKeyProblem(file({ private_key: "-----BEGIN" }))).toBe(
    "not as Google gives it: private_key",
  );
});
