import { afterAll, beforeAll, expect, test } from "vitest";
import { elsewhere, MESSAGE_ID, patience, settings, source, testProvider } from "./contract";
import type { OutgoingOf, OutgoingPush, Provider } from "./provider";
import { composePush } from "./push";
import { type FakePush, fakePush, VAPID } from "./testing-push";
import { createWebPush, PUSH_BYTES_MAX, pushPayload } from "./web-push";

let server: FakePush;
let provider: Provider;

beforeAll(async () => {
  server = await fakePush();
  provider = createWebPush({ ...VAPID, allowPrivate: true });
});
afterAll(() => server.close());

const composed = () => composePush(source, settings);
const push = (over: Partial<OutgoingPush> = {}, to = server.address): OutgoingOf<"push"> => ({
  channel: "push",
  id: MESSAGE_ID,
  to,
  compose: () => ({ ...composed(), ...over }),
});
const send = (message = push()) => provider.send(message, patience());
const shown = () => JSON.parse(server.accepted.at(-1)?.raw ?? "{}");

testProvider(
  "web push",
  () => provider,
  () => server,
  {
    at: (url) => elsewhere(provider, server.url, url),
    hasOneServer: false,
    message: push,
    refusal: /no longer takes messages/,
  },
);

test("the browser decrypts title, words and where a press leads", async () => {
  server.behave("accept");
  expect(await send()).toMatchObject({
    ok: true,
    providerMessageId: expect.stringMatching(/^\/sent\//),
  });
  expect(shown()).toEqual({
    id: MESSAGE_ID,
    title: "Invoice 7",
    body: "Please pay 120 € by Friday (https://shop.example.com/pay?id=7).",
    url: expect.stringMatching(/^https:\/\/follow\.example\.com\/a\/[\w-]{68}$/),
    tag: source.caseId,
  });
  expect(server.refused).toEqual([]);
});

test("a later message of the case replaces one that still waits, and only duty wakes a phone", async () => {
  server.behave("accept");
  await send();
  expect(server.accepted.at(-1)?.headers).toMatchObject({
    topic: source.caseId.replaceAll("-", ""),
    urgency: "normal",
    ttl: "86400",
  });
  await send(push({ isUrgent: true }));
  expect(server.accepted.at(-1)?.headers).toMatchObject({ urgency: "high" });
});

test("a browser that is gone is not written to again", async () => {
  for (const status of [404, 410]) {
    server.answer({ status });
    expect(await send()).toMatchObject({ retry: false, addressGone: "bounced" });
  }
});

test("a message of any length fits, its words cut between characters", async () => {
  server.behave("accept");
  await send(push({ body: '\u{1F4A1}"ü'.repeat(5_000) }));
  expect(server.refused).toEqual([]);
  expect(shown().body).toMatch(/^(?:\u{1F4A1}"ü)+(?:\u{1F4A1}"?)?…$/u);
  const bytes = Buffer.byteLength(
    pushPayload(MESSAGE_ID, { ...composed(), body: "x".repeat(9_999) }),
  );
  expect(bytes).toBe(PUSH_BYTES_MAX);
});

test("too large for a service is final, and keeps the address", async () => {
  server.answer({ status: 413 });
  const delivery = await send();
  expect(delivery).toMatchObject({ retry: false, reason: expect.stringContaining("too large") });
  expect(delivery).not.toHaveProperty("addressGone");
});

test("one browser's rate limit is waited out without holding up the others", async () => {
  server.behave("rate_limit");
  const delivery = await send();
  expect(delivery).toMatchObject({ retry: true, retryAfterMs: 7_000 });
  expect(delivery).not.toHaveProperty("rateLimited");
});

test("keys that the service refuses may be put right", async () => {
  server.answer({ status: 403, body: "the key does not belong to the subscription" });
  expect(await send()).toMatchObject({ retry: true, reason: expect.stringContaining("the key") });
});

test("keys that are no keys leave nothing and say so", async () => {
  const before = server.requests;
  const wrong = createWebPush({ ...VAPID, privateKey: "short", allowPrivate: true });
  expect(await wrong.send(push(), patience())).toMatchObject({
    retry: true,
    reason: expect.stringContaining("VAPID"),
  });
  expect(server.requests).toBe(before);
});

test("an address that is no subscription is refused for good, and left to others that may know it", async () => {
  const noPoint = { endpoint: server.url, keys: { p256dh: "a".repeat(87), auth: "c".repeat(22) } };
  for (const to of ["", "{}", "a token of another service", JSON.stringify(noPoint)]) {
    const delivery = await send(push({}, to));
    expect(delivery).toMatchObject({ retry: false });
    expect(delivery).not.toHaveProperty("addressGone");
  }
});

test("a subscription does not lead into our own network", async () => {
  const before = server.requests;
  const guarded = createWebPush(VAPID);
  const delivery = await guarded.send(push(), patience());
  expect(delivery).toMatchObject({ ok: false, retry: false });
  expect(server.requests).toBe(before);
});
