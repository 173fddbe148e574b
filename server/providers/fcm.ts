import { z } from "zod";
import { readDeviceAddress } from "@/core/delivery/push-address";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import { type Answer, ask, blamed, retryLater } from "./answer";
import { googleAccess } from "./google-access";
import type { GoogleKey } from "./google-key";
import {
  type Delivery,
  type OutgoingOf,
  type OutgoingPush,
  type Provider,
  type Refusal,
  reasonOf,
  sends,
} from "./provider";
import { shortened } from "./source";

const API_URL = "https://fcm.googleapis.com";
const CALLS_MAX = 10;
/** A phone that is off this long does not get the message any more. */
const TTL_S = DAY_MS / SECOND_MS;
/** What FCM takes of title, text and data together is 4096 bytes; the rest is for names and the token. */
const TEXT_BYTES_MAX = 2_500;
/** As Google asks for when it names no time. */
const QUOTA_WAIT_MS = MINUTE_MS;
/** Apple, or a browser's push service, refuses the project's key: nothing is wrong with the others. */
const THIRD_PARTY = "THIRD_PARTY_AUTH_ERROR";
const OUTAGE_WAIT_MS = 10 * SECOND_MS;

export type FcmOptions = { key: GoogleKey; baseUrl: string | null };

/**
 * Firebase Cloud Messaging, HTTP v1, to apps on phones. It knows no idempotency: an attempt of unknown
 * end is made again, and a copy takes the place of the first one on the screen (`tag`, collapse key).
 */
export function createFcm({ key, baseUrl }: FcmOptions): Provider {
  const access = googleAccess(key, baseUrl === null ? null : `${baseUrl}/token`);
  const url = `${baseUrl ?? API_URL}/v1/projects/${encodeURIComponent(key.project_id)}/messages:send`;

  async function call(body: string, signal: AbortSignal): Promise<Delivery | "unauthorized"> {
    const token = await access.token(signal);
    if ("failed" in token) return token.failed;
    const headers = {
      authorization: `Bearer ${token.token}`,
      "content-type": "application/json",
    };
    const asked = await ask(fetch, url, { method: "POST", headers, body, signal });
    if ("failed" in asked) return blamed(asked.failed);
    const { answer } = asked;
    if (answer.status !== 401 || problemOf(answer).code === THIRD_PARTY) return deliveryOf(answer);
    access.forget(token.token);
    return "unauthorized";
  }

  async function send(message: OutgoingOf<"push">, signal: AbortSignal): Promise<Delivery> {
    const token = readDeviceAddress(message.to);
    if (token === null) return { ok: false, retry: false, reason: "The address is no app's token" };
    const body = JSON.stringify({ message: fcmMessage(message.id, token, message.compose()) });
    const first = await call(body, signal);
    const second = first === "unauthorized" ? await call(body, signal) : first;
    if (second !== "unauthorized") return second;
    const reason = "Google refuses the access token of the service account";
    return { ok: false, retry: true, reason, blame: "account" };
  }

  return {
    name: "fcm",
    channel: "push",
    idempotent: false,
    whenUnknown: "retry",
    concurrencyMax: CALLS_MAX,
    takes: (address) => readDeviceAddress(address) !== null,
    send: sends("push", send),
  };
}

/** The `message` of a request: what a phone shows by itself, and what the app reads when it is pressed. */
function fcmMessage(id: string, token: string, { title, body, url, tag, isUrgent }: OutgoingPush) {
  const expiresAt = String(Math.floor(Date.now() / SECOND_MS) + TTL_S);
  return {
    token,
    notification: { title, body: fitting(body) },
    data: { id, url, tag },
    android: {
      priority: isUrgent ? "HIGH" : "NORMAL",
      ttl: `${TTL_S}s`,
      collapse_key: tag,
      notification: { tag },
    },
    apns: {
      headers: {
        "apns-priority": isUrgent ? "10" : "5",
        "apns-expiration": expiresAt,
        "apns-collapse-id": tag,
      },
    },
    webpush: { fcm_options: url.startsWith("https:") ? { link: url } : {} },
  };
}

/** Cut to what is left for words: a character takes up to three bytes for each UTF-16 unit. */
const fitting = (text: string): string =>
  Buffer.byteLength(text) <= TEXT_BYTES_MAX
    ? text
    : shortened(text, Math.floor(TEXT_BYTES_MAX / 3));

const Sent = z.looseObject({ name: z.string().min(1) });
const Problem = z.looseObject({
  error: z.looseObject({
    message: z.string().nullish(),
    status: z.string().nullish(),
    details: z
      .array(z.looseObject({ "@type": z.string().nullish(), errorCode: z.string().nullish() }))
      .nullish(),
  }),
});

function deliveryOf(answer: Answer): Delivery {
  if (answer.status < 200 || answer.status >= 300) return refusalOf(answer, problemOf(answer));
  const sent = Sent.safeParse(parsed(answer.text)).data;
  if (sent) return { ok: true, providerMessageId: sent.name };
  return { ok: false, retry: true, reason: "The answer holds no message name", maybeSent: true };
}

type Said = { code: string; reason: string; isOfToken: boolean };

function problemOf({ status, text }: Answer): Said {
  const error = Problem.safeParse(parsed(text)).data?.error;
  const fcm = error?.details?.find((detail) => detail.errorCode)?.errorCode ?? null;
  const code = fcm ?? error?.status ?? `HTTP ${status}`;
  const words = error?.message ?? "FCM answered without words";
  // A wrong field is told by google.rpc.BadRequest; FCM's own word for it is mostly about the token.
  const isOfToken = fcm === "INVALID_ARGUMENT" && /registration token/i.test(words);
  return { code, reason: reasonOf(`${words} (${code})`), isOfToken };
}

function refusalOf(answer: Answer, { code, reason, isOfToken }: Said): Refusal {
  const { status } = answer;
  if (code === "UNREGISTERED" || isOfToken) {
    return { ok: false, retry: false, reason, addressGone: "bounced" };
  }
  if (status === 429) {
    const { retryAfterMs = QUOTA_WAIT_MS } = retryLater(answer, reason);
    return { ok: false, retry: true, reason, rateLimited: true, retryAfterMs };
  }
  if (status >= 500 || status === 408) {
    const { retryAfterMs = OUTAGE_WAIT_MS } = retryLater(answer, reason);
    const maybeSent = status !== 503;
    return blamed({
      ok: false,
      retry: true,
      reason,
      retryAfterMs,
      ...(maybeSent && { maybeSent }),
    });
  }
  // This app belongs to another project: of no use to suppress it, for the project may be put right.
  if (code === "SENDER_ID_MISMATCH") return { ok: false, retry: false, reason };
  if (code === THIRD_PARTY) return { ok: false, retry: true, reason };
  const isOurs = status === 403 || status === 404;
  return { ok: false, retry: isOurs, reason, ...(isOurs && { blame: "account" as const }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
