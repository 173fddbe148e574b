import { afterAll, beforeAll, expect, test } from "vitest";
import { email, MESSAGE_ID, message, outgoing, patience, testProvider } from "./contract";
import type { Provider } from "./provider";
import { createResend } from "./resend";
import { type FakeServer, fakeResend } from "./testing";

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
  { refusal: /validation_error/ },
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

test("nobody listening is worth a retry", async () => {
  const nowhere = createResend({ apiKey: "re_test", baseUrl: "http://127.0.0.1:9" });
  expect(await nowhere.send(message, patience())).toMatchObject({ retry: true });
});
