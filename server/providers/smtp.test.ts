import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MESSAGE_ID, message, patience, testProvider } from "./contract";
import type { Provider } from "./provider";
import { createSmtp } from "./smtp";
import { type FakeServer, fakeSmtp } from "./testing";

let server: FakeServer;
let provider: Provider;

beforeAll(async () => {
  server = await fakeSmtp();
});
afterAll(async () => {
  await provider.close?.();
  await server.close();
});
beforeEach(async () => {
  await provider?.close?.();
  provider = createSmtp({ url: server.url, whenUnknown: "give_up", silenceMsMax: 3_000 });
});

testProvider(
  "smtp",
  () => provider,
  () => server,
  {
    at: (url) => createSmtp({ url, whenUnknown: "give_up" }),
    refusal: /No such mailbox/,
  },
);

test("the email that arrives is whole: parts, thread, one-click unsubscribe", async () => {
  server.behave("accept");
  await provider.send(message, patience());
  const raw = server.accepted.at(-1)?.raw ?? "";
  const email = await PostalMime.parse(raw);
  const header = (key: string) => email.headers.find((h) => h.key === key)?.value;

  expect(email.subject).toBe("Invoice 7 is due — Grüße");
  expect(email.from).toMatchObject({ name: "Shop", address: "billing@shop.example.com" });
  expect(email.to?.[0]).toMatchObject({ address: "ana@example.com" });
  expect(email.text).toContain("Please pay 120 €");
  expect(email.html).toContain("<strong>120 €</strong>");
  expect(email.html).toContain("https://follow.example.com/a/");
  expect(email.messageId).toBe(`<${MESSAGE_ID}@shop.example.com>`);
  expect(email.inReplyTo).toBe("<case-0198c0de-0000-7000-8000-00000000000c@shop.example.com>");
  expect(email.references).toBe(email.inReplyTo);
  expect(header("list-unsubscribe")).toMatch(/^<https:\/\/follow\.example\.com\/u\/[\w-]{68}>$/);
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header("list-id")).toBe("<billing-reminders.shop.example.com>");
  expect(header("auto-submitted")).toBe("auto-generated");
});

test("without consent there is no pixel and links stay as they are written", async () => {
  server.behave("accept");
  await provider.send(message, patience());
  const email = await PostalMime.parse(server.accepted.at(-1)?.raw ?? "");
  expect(email.html).not.toContain("/o/");
  expect(email.html).toContain('href="https://shop.example.com/pay?id=7"');
});

test("nobody listening is worth a retry and was surely not sent", async () => {
  const nowhere = createSmtp({ url: "smtp://127.0.0.1:9", whenUnknown: "give_up" });
  const delivery = await nowhere.send(message, patience());
  expect(delivery).toMatchObject({ ok: false, retry: true });
  expect(delivery).not.toHaveProperty("maybeSent");
  await nowhere.close?.();
});
