import { Webhook } from "standardwebhooks";
import { type FakePeer, fakePeer, retryAfter } from "./testing-http";

export const SECRET = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;

const answers = {
  accept: () => ({ status: 200, body: "ok" }),
  refuse: { status: 400, body: "invalid_payload" },
  outage: { status: 503, body: "Try later" },
  rateLimit: { status: 429, body: "rate_limited", headers: retryAfter },
};

/** A receiver that verifies signatures with the library of Standard Webhooks. */
export function fakeWebhook(): Promise<FakePeer> {
  const webhook = new Webhook(SECRET);
  return fakePeer({
    ...answers,
    read: ({ headers, body }) => {
      const raw = body.toString();
      const text = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      );
      try {
        webhook.verify(raw, text);
      } catch (error) {
        return { refused: { status: 401, body: String(error) } };
      }
      return { key: String(headers["webhook-id"]), raw };
    },
  });
}

/** Slack's incoming webhook: wants `text`, knows no signature and no repeat. */
export function fakeSlack(): Promise<FakePeer> {
  return fakePeer({
    ...answers,
    read: ({ body }) => {
      const raw = body.toString();
      const hasText = typeof JSON.parse(raw).text === "string";
      return hasText ? { key: "", raw } : { refused: { status: 400, body: "no_text" } };
    },
  });
}
