import { afterAll, beforeAll, expect, test } from "vitest";
import { MESSAGE_ID, patience, settings, source, testProvider } from "./contract";
import type { Outgoing, Provider } from "./provider";
import { composeSms } from "./sms";
import type { FakePeer } from "./testing-http";
import { fakeTwilio, TWILIO, twilioRefusal } from "./testing-twilio";
import { createTwilio } from "./twilio";

let server: FakePeer;
let provider: Provider;

beforeAll(async () => {
  server = await fakeTwilio();
  provider = createTwilio({ ...TWILIO, baseUrl: server.url });
});
afterAll(() => server.close());

const TO = "+491701234567";
const sms = (): Outgoing => ({
  channel: "sms",
  id: MESSAGE_ID,
  to: TO,
  compose: () => composeSms(source, settings),
});
const send = (from = provider) => from.send(sms(), patience());

testProvider(
  "twilio",
  () => provider,
  () => server,
  {
    at: (baseUrl) => createTwilio({ ...TWILIO, baseUrl }),
    message: sms,
    refusal: /not a phone number .* \(21211\)/,
  },
);

test("the form names receiver, sender and words, with where each button leads", async () => {
  server.behave("accept");
  await send();
  const form = JSON.parse(server.accepted.at(-1)?.raw ?? "{}");
  expect(form).toEqual({ To: TO, From: TWILIO.from, Body: expect.any(String) });
  const [words, button] = form.Body.split("\n");
  expect(words).toBe("Please pay 120 € by Friday (https://shop.example.com/pay?id=7).");
  expect(button).toMatch(/^I paid: https:\/\/follow\.example\.com\/a\/[\w-]{68}$/);
});

test("a sender that is a messaging service is named as one", async () => {
  server.behave("accept");
  const from = `MG${"a".repeat(32)}`;
  await send(createTwilio({ ...TWILIO, from, baseUrl: server.url }));
  const form = JSON.parse(server.accepted.at(-1)?.raw ?? "{}");
  expect(form).toMatchObject({ MessagingServiceSid: from });
  expect(form).not.toHaveProperty("From");
});

test("a rate limit says how long to wait and does not count as an attempt", async () => {
  server.behave("rate_limit");
  expect(await send()).toMatchObject({ rateLimited: true, retryAfterMs: 7_000 });
});

test("somebody who answered STOP is not written to again", async () => {
  server.answer(twilioRefusal(400, 21610, "Attempt to send to unsubscribed recipient"));
  expect(await send()).toMatchObject({
    retry: false,
    addressGone: "stopped",
    reason: expect.stringContaining("STOP"),
  });
});

test("a number that is no mobile number is not written to again", async () => {
  server.answer(twilioRefusal(400, 21614, "'To' number is not a valid mobile number"));
  expect(await send()).toMatchObject({ retry: false, addressGone: "bounced" });
});

test("what is wrong with the account may be put right and keeps the address", async () => {
  for (const [status, code] of [
    [400, 21606],
    [403, 20005],
    [404, 20404],
  ] as const) {
    server.answer(twilioRefusal(status, code, "It says no"));
    const delivery = await send();
    expect(delivery).toMatchObject({ ok: false, retry: true });
    expect(delivery).not.toHaveProperty("addressGone");
  }
});

test("a refused token may be put right", async () => {
  const wrong = createTwilio({ ...TWILIO, authToken: "wrong", baseUrl: server.url });
  expect(await send(wrong)).toMatchObject({
    retry: true,
    reason: expect.stringContaining("auth token"),
  });
});

test("a code nobody knows is told in Twilio's own words", async () => {
  server.answer(twilioRefusal(400, 29999, "Something new"));
  expect(await send()).toMatchObject({ retry: false, reason: "Something new" });
});

test("a message that failed at once counts as refused", async () => {
  const body = { sid: "SM1", status: "failed", error_code: 30007, error_message: "Filtered" };
  server.answer({ status: 201, body });
  expect(await send()).toMatchObject({
    ok: false,
    retry: false,
    reason: expect.stringContaining("carrier filtered"),
  });
});

test("an acceptance that cannot be read may have been sent", async () => {
  server.behave("nonsense");
  expect(await send()).toMatchObject({ ok: false, maybeSent: true });
});

test("a gateway that gave up may have passed it on; a service that is off has not", async () => {
  server.answer({ status: 504, body: "<html>" });
  expect(await send()).toMatchObject({ retry: true, maybeSent: true });
  server.behave("outage");
  expect(await send()).not.toHaveProperty("maybeSent");
});

test("nobody listening is worth a retry and was surely not sent", async () => {
  const { url: baseUrl, close } = await fakeTwilio();
  await close();
  const nowhere = createTwilio({ ...TWILIO, baseUrl });
  const delivery = await send(nowhere);
  expect(delivery).toMatchObject({ ok: false, retry: true });
  expect(delivery).not.toHaveProperty("maybeSent");
});

test("an address entered by an operator does not lead into our own network", async () => {
  const before = server.requests;
  const inside = createTwilio({ ...TWILIO, baseUrl: server.url, allowPrivate: false });
  expect(await send(inside)).toMatchObject({
    ok: false,
    retry: true,
    blame: "guard",
    notCalled: true,
    reason: expect.stringMatching(/^Not called: /),
  });
  expect(server.requests).toBe(before);
});

test("a redirect is the account's to put right, and names its status", async () => {
  server.answer({ status: 302, headers: { location: `${server.url}/elsewhere` } });
  expect(await send(provider)).toMatchObject({
    retry: true,
    blame: "account",
    reason: "302, and redirects are not followed.",
  });
});

test("a number of North America sends one a second, also at an address of its own", () => {
  const from = "+15551234567";
  const rateOf = (other: Partial<Parameters<typeof createTwilio>[0]>) =>
    createTwilio({ ...TWILIO, from, baseUrl: null, ...other }).ratePerSecond;
  expect(rateOf({})).toBe(1);
  expect(rateOf({ baseUrl: "https://api.dublin.ie1.twilio.com" })).toBe(1);
  expect(rateOf({ baseUrl: server.url, ratePerSecond: 20 })).toBe(20);
  expect(rateOf({ from: "Shop" })).toBeUndefined();
});
