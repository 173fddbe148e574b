import { z } from "zod";
import { HOUR_MS, SECOND_MS } from "@/core/time";
import { ask, blamed, retryAfterMsOf } from "./answer";
import {
  type BatchDelivery,
  type Delivery,
  type Outgoing,
  type OutgoingEmail,
  type OutgoingOf,
  type Provider,
  type Refusal,
  reasonOf,
  sends,
} from "./provider";

const API_URL = "https://api.resend.com";
const CALLS_MAX = 10;
const RATE_WAIT_MS = SECOND_MS;
/** A used-up daily or monthly quota is looked at again this much later. */
const QUOTA_WAIT_MS = HOUR_MS;
/** Calls a second of one team, all its keys together, as Resend documents them; it grants more when asked. */
const RESEND_CALLS_PER_SECOND = 5;
/** What one call of the batch endpoint takes. */
const BATCH_MAX = 100;
/** Fewer fit into the calls of about two seconds. */
const BATCH_MIN = 10;
/** Keys are kept for 24 hours; an hour is for clocks and calls under way. */
const KEY_MS = 23 * HOUR_MS;
/** A gateway, or Resend itself, broke off what may have been done already. */
const MAYBE_STATUSES = [500, 502, 504];
/** Comes back with every notice, also with one about a message whose answer was lost. */
export const MESSAGE_TAG = "message";
/** The endpoint is not there: another server than Resend's. */
const NO_ENDPOINT_STATUSES = [404, 405, 501];

export type ResendOptions = {
  apiKey: string;
  /** Null: what RESEND_BASE_URL says, also to accounts, else Resend itself. */
  baseUrl: string | null;
  /** Calls a second; null: as documented for Resend itself, and no limit for another server. */
  ratePerSecond?: number | null;
};

/**
 * Resend's API. A message's own id is the key that keeps it from leaving twice; messages of a batch
 * leave in one call with a key of its own, all or none of them (strict validation).
 */
export function createResend({ apiKey, baseUrl, ratePerSecond = null }: ResendOptions): Provider {
  const api: Api = { url: baseUrl ?? process.env.RESEND_BASE_URL ?? API_URL, apiKey };
  const isResend = /(?:^|\.)resend\.com$/.test(URL.parse(api.url)?.hostname ?? "");
  const rate = ratePerSecond ?? (isResend ? RESEND_CALLS_PER_SECOND : null);

  async function send(message: OutgoingOf<"email">, signal: AbortSignal): Promise<Delivery> {
    const { id } = message;
    const asked = await post(api, "/emails", entityOf(message.compose()), id, signal);
    if ("failed" in asked) return asked.failed;
    const { error, headers, data } = asked.answer;
    if (error) {
      if (isKnownKey(error)) return { ok: true, providerMessageId: id };
      return refusal(error, headers);
    }
    const taken = Taken.safeParse(data).data;
    return taken ? { ok: true, providerMessageId: taken.id } : unreadable;
  }

  async function sendBatch(
    messages: readonly Outgoing[],
    key: string,
    signal: AbortSignal,
  ): Promise<BatchDelivery> {
    const emails = messages.flatMap((message) =>
      message.channel === "email" ? [entityOf(message.compose())] : [],
    );
    const asked = await post(api, "/emails/batch", emails, key, signal);
    if ("failed" in asked) return asked.failed;
    const { error, headers, data } = asked.answer;
    if (error) {
      if (isKnownKey(error)) return { ok: true, providerMessageIds: messages.map(({ id }) => id) };
      const refused = refusal(error, headers);
      const isOfOne = !refused.retry || NO_ENDPOINT_STATUSES.includes(Number(error.statusCode));
      return isOfOne ? { ok: false, apart: true, reason: refused.reason } : refused;
    }
    const ids = TakenAll.safeParse(data).data?.data.map(({ id }) => id) ?? [];
    return ids.length === messages.length ? { ok: true, providerMessageIds: ids } : unreadable;
  }

  return {
    name: "resend",
    channel: "email",
    idempotent: true,
    idempotentForMs: KEY_MS,
    whenUnknown: "retry",
    concurrencyMax: CALLS_MAX,
    ...(rate !== null && { ratePerSecond: rate }),
    batch: { sizeMax: BATCH_MAX, sizeMin: BATCH_MIN, send: sendBatch },
    send: sends("email", send),
  };
}

const Taken = z.looseObject({ id: z.string().min(1) });
const TakenAll = z.looseObject({ data: z.array(Taken) });

const unreadable: Refusal = {
  ok: false,
  retry: true,
  reason: "The answer holds no message id",
  maybeSent: true,
};

const entityOf = (email: OutgoingEmail) => ({
  from: email.from,
  to: email.to,
  ...(email.replyTo !== undefined && { reply_to: email.replyTo }),
  subject: email.subject,
  html: email.html,
  text: email.text,
  headers: { ...email.headers, "Message-ID": email.messageId },
  tags: [{ name: MESSAGE_TAG, value: email.id }],
});

type Refused = { message?: unknown; statusCode?: unknown; name?: unknown };
type Answer = { data: unknown; error: Refused | null; headers: Headers };
type Api = { url: string; apiKey: string };

async function post(
  { url, apiKey }: Api,
  path: string,
  entity: object,
  key: string,
  signal: AbortSignal,
): Promise<{ answer: Answer } | { failed: Refusal }> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    "content-type": "application/json",
    "idempotency-key": key,
    "user-agent": "followthrough",
    ...(Array.isArray(entity) && { "x-batch-validation": "strict" }),
  };
  const body = JSON.stringify(entity);
  const asked = await ask(fetch, `${url}${path}`, { method: "POST", headers, body, signal });
  if ("failed" in asked) return { failed: blamed(asked.failed) };
  const { status, headers: said, text } = asked.answer;
  const data = parsed(text);
  const isTaken = status >= 200 && status < 300;
  const told = Told.safeParse(data).data ?? { message: `Resend answered ${status}` };
  return {
    answer: { data, headers: said, error: isTaken ? null : { ...told, statusCode: status } },
  };
}

const Told = z.looseObject({ message: z.string().optional(), name: z.string().optional() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The key is known with other words in it: an earlier attempt was accepted. */
const isKnownKey = ({ name }: Refused): boolean => name === "invalid_idempotent_request";

function refusal(error: Refused, headers: Headers): Refusal {
  const reason = reasonOf(typeof error.message === "string" ? error.message : String(error.name));
  const { name, statusCode } = error;
  const askedMs = retryAfterMsOf(headers.get("retry-after"));
  if (statusCode === 429) {
    const isRate = name === "rate_limit_exceeded";
    const retryAfterMs = askedMs ?? (isRate ? RATE_WAIT_MS : QUOTA_WAIT_MS);
    const limited = { ok: false, retry: true, reason, rateLimited: true, retryAfterMs } as const;
    return isRate ? limited : { ...limited, blame: "account" };
  }
  const isRefusal = typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
  // A key or a sender's domain that is refused is our configuration: it may be put right.
  if (statusCode === 401 || statusCode === 403) {
    return { ok: false, retry: true, reason, blame: "account" };
  }
  const isInUse = name === "concurrent_idempotent_requests";
  const retry = !isRefusal || statusCode === 408 || isInUse;
  // A key that is in use belongs to an earlier attempt.
  const maybeSent = isInUse || MAYBE_STATUSES.includes(Number(statusCode));
  const refused: Refusal = {
    ok: false,
    retry,
    reason,
    ...(askedMs !== null && { retryAfterMs: askedMs }),
    ...(maybeSent && { maybeSent }),
  };
  return isRefusal ? refused : blamed(refused);
}
