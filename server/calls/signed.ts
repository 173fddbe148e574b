import { hkdfSync } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { WorkspaceId } from "@/core/ids";

/** The workspace's signing secret for outgoing requests, as Standard Webhooks writes it. Derived, so nothing is stored. */
export function signingSecret(appSecret: string, workspaceId: WorkspaceId): string {
  const key = hkdfSync("sha256", appSecret, workspaceId, "followthrough outgoing requests", 32);
  return `whsec_${Buffer.from(key).toString("base64")}`;
}

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
