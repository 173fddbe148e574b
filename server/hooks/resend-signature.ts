import { Webhook } from "standardwebhooks";

const ID = /^[\w.:-]{1,200}$/;
/** The names of Standard Webhooks, and those Svix had before. */
const PREFIXES = ["svix", "webhook"] as const;

export type SvixHeaders = { id: string; timestamp: string; signature: string };

/** The three headers of a signed webhook; null when one is missing or not as it should be. */
export function svixHeaders(headers: Headers): SvixHeaders | null {
  for (const prefix of PREFIXES) {
    const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) =>
      headers.get(`${prefix}-${name}`),
    );
    if (id && timestamp && signature) return ID.test(id) ? { id, timestamp, signature } : null;
  }
  return null;
}

/** Whether a body was signed with this secret within the last five minutes. Takes constant time. */
export function isSignedByResend(secret: string, headers: SvixHeaders, body: string): boolean {
  try {
    new Webhook(secret).verify(
      body,
      {
        "webhook-id": headers.id,
        "webhook-timestamp": headers.timestamp,
        "webhook-signature": headers.signature,
      },
      { jsonParse: false },
    );
    return true;
  } catch {
    return false;
  }
}
