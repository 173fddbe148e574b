import { Webhook } from "standardwebhooks";

/**
 * The three headers of Standard Webhooks for a body. `id` is the same at every attempt. Several secrets
 * give several signatures: a receiver that knows one of them takes it.
 */
export function signatureHeaders(
  secret: string | readonly string[],
  id: string,
  at: Date,
  body: string,
): Record<string, string> {
  const secrets = typeof secret === "string" ? [secret] : secret;
  const signature = secrets.map((one) => new Webhook(one).sign(id, at, body)).join(" ");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": signature,
  };
}
