import { Resend } from "resend";
import { HOUR_MS, SECOND_MS } from "@/core/time";
import { retryAfterMsOf } from "./answer";
import { type Delivery, type OutgoingOf, type Provider, reasonOf, sends } from "./provider";

const CALLS_MAX = 10;
const RATE_WAIT_MS = SECOND_MS;
/** A used-up daily or monthly quota is looked at again this much later. */
const QUOTA_WAIT_MS = HOUR_MS;

/**
 * Resend's API, one call per message. Its batch endpoint takes one idempotency key for the whole
 * batch: a batch whose answer is lost could only be repeated as that same batch, and a message asked
 * again by itself would leave twice. The message's own id as key holds through every crash.
 */
export function createResend(options: { apiKey: string; baseUrl: string | null }): Provider {
  const client = new Resend(options.apiKey, {
    ...(options.baseUrl !== null && { baseUrl: options.baseUrl }),
  });

  async function send(message: OutgoingOf<"email">, signal: AbortSignal): Promise<Delivery> {
    const { from, to, subject, html, text, headers, messageId, id } = message.compose();
    const entity = {
      from,
      to,
      subject,
      html,
      text,
      headers: { ...headers, "Message-ID": messageId },
    };
    try {
      const answer = await client.post<{ id?: unknown }>("/emails", entity, {
        idempotencyKey: id,
        signal,
      });
      if (answer.error) return refusal(answer.error, answer.headers, id);
      const { id: providerMessageId } = answer.data;
      if (typeof providerMessageId === "string") return { ok: true, providerMessageId };
      const reason = "The answer holds no message id";
      return { ok: false, retry: true, reason, maybeSent: true };
    } catch (error) {
      if (!signal.aborted) throw error;
      return { ok: false, retry: true, reason: "No answer in time", maybeSent: true };
    }
  }

  return {
    name: "resend",
    channel: "email",
    idempotent: true,
    whenUnknown: "retry",
    concurrencyMax: CALLS_MAX,
    send: sends("email", send),
  };
}

type Refused = { message?: unknown; statusCode?: unknown; name?: unknown };

function refusal(error: Refused, headers: Record<string, string> | null, id: string): Delivery {
  const reason = reasonOf(typeof error.message === "string" ? error.message : String(error.name));
  const { name, statusCode } = error;
  // The key is known with other words in it: an earlier attempt at this message was accepted.
  if (name === "invalid_idempotent_request") return { ok: true, providerMessageId: id };
  if (statusCode === 429) {
    const wait = name === "rate_limit_exceeded" ? RATE_WAIT_MS : QUOTA_WAIT_MS;
    const retryAfterMs = retryAfterMsOf(headers?.["retry-after"]) ?? wait;
    return { ok: false, retry: true, reason, rateLimited: true, retryAfterMs };
  }
  const isRefusal = typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
  const retry = !isRefusal || statusCode === 408 || name === "concurrent_idempotent_requests";
  const retryAfterMs = retryAfterMsOf(headers?.["retry-after"]);
  // Without headers there was no answer; and a key that is in use belongs to an earlier attempt.
  const maybeSent = headers === null || name === "concurrent_idempotent_requests";
  return {
    ok: false,
    retry,
    reason,
    ...(retryAfterMs !== null && { retryAfterMs }),
    ...(maybeSent && { maybeSent }),
  };
}
