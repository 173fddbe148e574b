import webPush from "web-push";
import { type PushSubscription, readPushAddress } from "@/core/delivery/push-address";
import { DAY_MS, SECOND_MS } from "@/core/time";
import { safeFetch } from "@/server/calls/safe-fetch";
import { type Answer, ask, retryLater } from "./answer";
import {
  type Delivery,
  type OutgoingOf,
  type OutgoingPush,
  type Provider,
  reasonOf,
  sends,
} from "./provider";
import { shortened } from "./source";

const CALLS_MAX = 10;
const TIMEOUT_MS = 30 * SECOND_MS;
/** A browser that is off this long does not get the message any more. */
const TTL_S = DAY_MS / SECOND_MS;
/** What push services must take is 4096 bytes (RFC 8030 §7.2); 103 of them are the encryption's. */
export const PUSH_BYTES_MAX = 4_096 - 103;

export type WebPushOptions = {
  /** VAPID keys, base64url. */
  publicKey: string;
  privateKey: string;
  /** `mailto:` or https address at which push services reach whoever runs this. */
  subject: string;
  /** For a laptop and for tests. */
  allowPrivate?: boolean;
};

/**
 * Web Push straight to the services of the browsers (RFC 8030, 8291, 8292). An attempt of unknown end
 * is made again: a copy takes the place of the first one, on the way and on the screen.
 */
export function createWebPush(options: WebPushOptions): Provider {
  const { allowPrivate = false } = options;
  const misconfigured = vapidProblem(options);
  const fetch = safeFetch({ allowPrivate, timeoutMs: TIMEOUT_MS });

  async function send(message: OutgoingOf<"push">, signal: AbortSignal): Promise<Delivery> {
    const subscription = readPushAddress(message.to);
    if (!subscription) return refused("The address is no browser's subscription");
    if (misconfigured !== null) return { ok: false, retry: true, reason: misconfigured };
    const request = encrypted(subscription, message, options);
    if (!request) return refused("The keys in the address are none of a browser");
    const { endpoint, headers, body } = request;
    const init = { method: "POST", headers: textOf(headers), body: new Uint8Array(body), signal };
    const asked = await ask(fetch, endpoint, init);
    return "failed" in asked ? asked.failed : deliveryOf(asked.answer, message.id);
  }

  return {
    name: "web_push",
    channel: "push",
    idempotent: false,
    whenUnknown: "retry",
    concurrencyMax: CALLS_MAX,
    takes: (address) => readPushAddress(address) !== null,
    send: sends("push", send),
  };
}

/** Null for keys that only look like some: nothing can be encrypted for them. */
function encrypted(
  subscription: PushSubscription,
  message: OutgoingOf<"push">,
  options: WebPushOptions,
) {
  const push = message.compose();
  // Signed here and not by `vapidDetails`, which reads the address with the deprecated `url.parse`.
  const headers = signature(new URL(subscription.endpoint).origin, options);
  try {
    return webPush.generateRequestDetails(subscription, pushPayload(message.id, push), {
      headers,
      TTL: TTL_S,
      urgency: push.isUrgent ? "high" : "normal",
      topic: topicOf(push.tag),
      contentEncoding: "aes128gcm",
    });
  } catch {
    return null;
  }
}

/** Why no push service would take these: they may be put right, so a message waits for it. */
function vapidProblem(options: WebPushOptions): string | null {
  try {
    signature("https://push.example", options);
    return null;
  } catch (error) {
    return reasonOf(`The VAPID keys are not right. ${error instanceof Error ? error.message : ""}`);
  }
}

function signature(audience: string, { subject, publicKey, privateKey }: WebPushOptions) {
  const { Authorization } = webPush.getVapidHeaders(
    audience,
    subject,
    publicKey,
    privateKey,
    "aes128gcm",
  );
  return { Authorization };
}

/** What the service worker reads: the words cut so that the whole fits. */
export function pushPayload(id: string, { title, body, url, tag }: OutgoingPush): string {
  const payload = (text: string) => JSON.stringify({ id, title, body: text, url, tag });
  const fits = (text: string) => Buffer.byteLength(payload(text)) <= PUSH_BYTES_MAX;
  if (fits(body)) return payload(body);
  let [kept, tooMany] = [0, body.length];
  while (tooMany - kept > 1) {
    const half = Math.floor((kept + tooMany) / 2);
    if (fits(shortened(body, half))) kept = half;
    else tooMany = half;
  }
  return payload(shortened(body, kept));
}

/** A later message about the same thing takes this one's place while it still waits: 32 letters at most. */
const topicOf = (tag: string): string => tag.replace(/\W/g, "").slice(-32) || "message";

/** `Content-Length` is fetch's own to say. */
const textOf = (headers: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== "content-length")
      .map(([name, value]) => [name, String(value)]),
  );

const refused = (reason: string): Delivery => ({ ok: false, retry: false, reason });

const gone = (reason: string): Delivery => ({
  ok: false,
  retry: false,
  reason,
  addressGone: "bounced",
});

function deliveryOf(answer: Answer, id: string): Delivery {
  const { status, headers, text } = answer;
  if (status >= 200 && status < 300) {
    return { ok: true, providerMessageId: headers.get("location") ?? id };
  }
  if (status === 404 || status === 410) return gone("The browser no longer takes messages");
  const said = reasonOf(`The push service answered ${status}. ${text}`);
  if (status === 413) {
    return { ok: false, retry: false, reason: reasonOf(`The message is too large. ${said}`) };
  }
  if (status === 429 || status >= 500 || status === 408) return retryLater(answer, said);
  // The keys are refused: our configuration, which may be put right, or another one's subscription.
  const isOurs = status === 401 || status === 403;
  return { ok: false, retry: isOurs, reason: said };
}
