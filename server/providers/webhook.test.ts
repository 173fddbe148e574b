import { afterAll, beforeAll, expect, test } from "vitest";
import { ANSWER_BYTES_MAX } from "@/server/calls/safe-fetch";
import { elsewhere, MESSAGE_ID, patience, settings, source, testProvider } from "./contract";
import { composeEvent } from "./event";
import type { Outgoing, Provider } from "./provider";
import type { FakePeer } from "./testing-http";
import { fakeSlack, fakeWebhook, SECRET } from "./testing-webhook";
import { createWebhook } from "./webhook";

let server: FakePeer;
let slack: FakePeer;
let provider: Provider;
let toSlack: Provider;

beforeAll(async () => {
  [server, slack] = await Promise.all([fakeWebhook(), fakeSlack()]);
  provider = createWebhook({ url: null, secret: SECRET, allowPrivate: true });
  const slackHosts = [new URL(slack.url).host];
  toSlack = createWebhook({ url: slack.url, secret: SECRET, allowPrivate: true, slackHosts });
});
afterAll(() => Promise.all([server.close(), slack.close()]));

const message = (peer: FakePeer): Outgoing => ({
  channel: "webhook",
  id: MESSAGE_ID,
  to: `${peer.url}/hook`,
  compose: () => composeEvent(source, settings),
});
const send = () => provider.send(message(server), patience());

testProvider(
  "webhook",
  () => provider,
  () => server,
  {
    at: (url) => elsewhere(provider, server.url, url),
    hasOneServer: false,
    message: () => message(server),
    refusal: /answered 400/,
  },
);
testProvider(
  "slack",
  () => toSlack,
  () => slack,
  {
    at: (url) => elsewhere(toSlack, slack.url, url),
    hasOneServer: false,
    message: () => message(slack),
    refusal: /invalid_payload/,
  },
);

test("the receiver verifies the signature and knows a repeat by its id", async () => {
  server.behave("accept");
  server.accepted.length = 0;
  await send();
  await send();
  const [first, second] = server.accepted;
  expect(first?.key).toBe(MESSAGE_ID);
  expect(second).toMatchObject({ key: first?.key, raw: first?.raw });
  expect(JSON.parse(first?.raw ?? "{}")).toEqual({
    type: "channel.message",
    timestamp: "2026-03-02T09:30:00.000Z",
    data: {
      id: MESSAGE_ID,
      caseId: source.caseId,
      caseSubject: "Invoice 7",
      personId: "Ana",
      topic: "billing:reminders",
      locale: "en",
      title: "Invoice 7",
      text: "Please pay 120 € by Friday (https://shop.example.com/pay?id=7).",
      markdown: source.content.body,
      actions: [
        { id: "paid", label: "I paid", url: expect.stringContaining("follow.example.com/a/") },
      ],
      url: expect.stringContaining("follow.example.com/v/"),
    },
  });
});

test("Slack is told in its own words, without our signature", async () => {
  slack.behave("accept");
  await toSlack.send(message(slack), patience());
  const { raw = "{}", headers } = slack.accepted.at(-1) ?? {};
  expect(headers).not.toHaveProperty("webhook-signature");
  expect(JSON.parse(raw)).toMatchObject({
    text: "Invoice 7",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "Invoice 7" } },
      { type: "section", text: { type: "mrkdwn", text: expect.stringContaining("120 €") } },
      { type: "actions", elements: [{ type: "button", text: { text: "I paid" } }] },
    ],
  });
});

test("what goes to the account's own address names only its host, and nobody's address is gone for it", async () => {
  const whole = createWebhook({ url: `${server.url}/secret`, secret: SECRET, allowPrivate: true });
  const { host } = new URL(server.url);
  expect(whole.defaultTo).toBe(`account:${host}`);
  const toAccount = () => whole.send({ ...message(server), to: whole.defaultTo ?? "" }, patience());
  server.behave("accept");
  await toAccount();
  expect(server.paths.at(-1)).toBe("/secret");
  await send();
  expect(server.paths.at(-1)).toBe("/hook");
  server.answer({ status: 410 });
  const delivery = await toAccount();
  expect(delivery).toMatchObject({ ok: false, retry: false });
  expect(delivery).not.toHaveProperty("addressGone");
});

test("a person whose address is that of the account's server is written to there, not at the account's", async () => {
  const whole = createWebhook({ url: `${server.url}/secret`, secret: SECRET, allowPrivate: true });
  server.behave("accept");
  await whole.send({ ...message(server), to: server.url }, patience());
  expect(server.paths.at(-1)).toBe("/");
});

test("what was meant for the account goes where it says now, and waits when it says nothing", async () => {
  const moved = createWebhook({ url: `${server.url}/secret`, secret: SECRET, allowPrivate: true });
  const toAccount = { ...message(server), to: "account:old.example.com" };
  server.behave("accept");
  expect(await moved.send(toAccount, patience())).toMatchObject({ ok: true });
  expect(server.paths.at(-1)).toBe("/secret");
  expect(await provider.send(toAccount, patience())).toMatchObject({ ok: false, retry: true });
});

test("another key's signature is refused", async () => {
  const other = `whsec_${Buffer.from("another secret of its own length").toString("base64")}`;
  const stranger = createWebhook({ url: null, secret: other, allowPrivate: true });
  expect(await stranger.send(message(server), patience())).toMatchObject({ retry: false });
});

test("a webhook that says it is gone is not called again", async () => {
  server.answer({ status: 410 });
  expect(await send()).toMatchObject({ retry: false, addressGone: "bounced" });
});

test("an answer of any length is judged by its status alone", async () => {
  const body = "x".repeat(2 * ANSWER_BYTES_MAX);
  const headers = { "content-length": String(body.length) };
  server.answer({ status: 200, body, headers });
  expect(await send()).toMatchObject({ ok: true, providerMessageId: MESSAGE_ID });
  server.answer({ status: 500, body, headers });
  expect(await send()).toMatchObject({ ok: false, retry: true });
  server.answer({ status: 400, body, headers });
  expect(await send()).toMatchObject({ ok: false, retry: false });
});

test("a webhook that wants to wait is called again when it says", async () => {
  server.behave("rate_limit");
  const delivery = await send();
  expect(delivery).toMatchObject({ retry: true, retryAfterMs: 7_000 });
  expect(delivery).not.toHaveProperty("rateLimited");
});

test("a redirect is not followed", async () => {
  server.answer({ status: 302, headers: { location: `${slack.url}/elsewhere` } });
  const before = slack.requests;
  expect(await send()).toEqual({
    ok: false,
    retry: false,
    reason: "The webhook answered 302, and redirects are not followed.",
  });
  expect(slack.requests).toBe(before);
});

test("an address that is none is refused for good", async () => {
  const nowhere = { ...message(server), to: "not an address" };
  expect(await provider.send(nowhere, patience())).toMatchObject({ ok: false, retry: false });
});

test("an address inside our own network is refused for good", async () => {
  const before = server.requests;
  const guarded = createWebhook({ url: null, secret: SECRET });
  expect(await guarded.send(message(server), patience())).toMatchObject({
    ok: false,
    retry: false,
    notCalled: true,
    reason: expect.stringMatching(/^Not called: only https.*ALLOW_PRIVATE_CALLS/),
  });
  expect(server.requests).toBe(before);
});

test("an account's address that is not called may be put right, so its messages wait", async () => {
  const guarded = createWebhook({ url: "https://localhost/hook", secret: SECRET });
  const team = { ...message(server), to: guarded.defaultTo ?? "" };
  const delivery = await guarded.send(team, patience());
  expect(delivery).toMatchObject({ retry: true, notCalled: true });
  expect(delivery).toMatchObject({ reason: expect.stringContaining("inside our own network") });
});

test("a secret that is none leaves nothing and says so", async () => {
  const wrong = createWebhook({ url: null, secret: "", allowPrivate: true });
  expect(await wrong.send(message(server), patience())).toMatchObject({
    retry: true,
    reason: expect.stringContaining("whsec_"),
  });
});
