import { afterAll, beforeAll, expect, test } from "vitest";
import { email, MESSAGE_ID, message, outgoing, patience, testProvider } from "./contract";
import type { Provider } from "./provider";
import { createResend } from "./resend";
import { type FakeServer, fakeResend } from "./testing";
import { fakePeer } from "./testing-http";

let server: FakeServer;
let provider: Provider;

beforeAll(async () => {
  server = await fakeResend();
  provider = createResend({ apiKey: "re_test", baseUrl: server.url });
});
afterAll(() => server.close());

const send = () => provider.send(message, patience());

testProvider(
  "resend",
  () => provider,
  () => server,
  {
    at: (baseUrl) => createResend({ apiKey: "re_test", baseUrl }),
    refusal: /validation_error/,
  },
);

test("the same message asked twice is accepted once, under its own id", async () => {
  server.behave("accept");
  await send();
  expect(await send()).toMatchObject({ ok: true, providerMessageId: `re_${MESSAGE_ID}` });
  expect(server.accepted.filter(({ key }) => key === MESSAGE_ID)).toHaveLength(1);
});

test("a message whose words changed since it was accepted counts as sent", async () => {
  server.behave("accept");
  await send();
  const changed = outgoing({ ...email, subject: "Other words" });
  expect(await provider.send(changed, patience())).toMatchObject({ ok: true });
});

test("a rate limit says how long to wait", async () => {
  server.behave("rate_limit");
  expect(await send()).toMatchObject({ rateLimited: true, retryAfterMs: 7_000 });
});

test("an answer that is no JSON is worth a retry", async () => {
  server.behave("nonsense");
  expect(await send()).toMatchObject({ ok: false, retry: true });
});

test("the account is at fault for a key, a domain or a quota that is refused, the message for its words", async () => {
  const peer = await fakePeer({
    read: ({ body }) => ({ key: "", raw: body.toString() }),
    accept: () => ({ status: 200, body: { id: "re_1" } }),
    refuse: { status: 422 },
    outage: { status: 503 },
    rateLimit: { status: 429 },
  });
  const at = createResend({ apiKey: "re_test", baseUrl: peer.url });
  const said = async (statusCode: number, name: string) => {
    peer.answer({ status: statusCode, body: { statusCode, name, message: `It says ${name}` } });
    return at.send(message, patience());
  };
  for (const [status, name] of [
    [401, "missing_api_key"],
    [403, "invalid_api_key"],
    [403, "validation_error"],
    [429, "daily_quota_exceeded"],
    [429, "monthly_quota_exceeded"],
  ] as const) {
    expect(await said(status, name)).toMatchObject({ retry: true, blame: "account" });
  }
  for (const [status, name] of [
    [422, "invalid_parameter"],
    [400, "validation_error"],
    [429, "rate_limit_exceeded"],
  ] as const) {
    expect(await said(status, name)).not.toHaveProperty("blame");
  }
  for (const status of [500, 502, 504]) {
    const delivery = await said(status, "application_error");
    expect(delivery).toMatchObject({ retry: true, maybeSent: true, blame: "outage" });
  }
  await peer.close();
});

test("Resend itself is called five times a second, another server as often as it likes", () => {
  const rateOf = (baseUrl: string | null, ratePerSecond: number | null = null) =>
    createResend({ apiKey: "re_test", baseUrl, ratePerSecond }).ratePerSecond;
  expect(rateOf("https://api.resend.com")).toBe(5);
  expect(rateOf("https://api.resend.com", 12)).toBe(12);
  expect(rateOf("http://127.0.0.1:4000")).toBeUndefined();
});
