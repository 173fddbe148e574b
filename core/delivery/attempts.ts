import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/core/time";
import type { MessageStatus } from "./message-status";

/** Attempts at one message before it fails; with the waits between them about two hours. */
export const ATTEMPTS_MAX = 6;
export const RETRY_FIRST_MS = MINUTE_MS;
const RETRY_FACTOR = 3;
const RETRY_MS_MAX = 6 * HOUR_MS;
/** A rate limit is waited out this long, counted from the moment it first could have left. */
export const RATE_PATIENCE_MS = 3 * DAY_MS;
const RATE_WAIT_MS = 1_000;

type Values = Record<string, unknown>;

/** What a provider answered, or that it was not asked. */
export type AttemptResult =
  | { ok: true; providerMessageId: string }
  | AttemptRefusal
  | { notStarted: true; afterMs: number };

export type AttemptRefusal = {
  ok: false;
  /** Whether the same message may be accepted later. */
  retry: boolean;
  reason: string;
  retryAfterMs?: number;
  /** Refused for the rate, not for the message: it does not count as an attempt. */
  rateLimited?: boolean;
  /** Our own guard does not let the address be called: nobody was asked. */
  notCalled?: true;
  /** The line broke after the message was on it, or its answer is lost: it may have been accepted. */
  maybeSent?: boolean;
};

/** What that makes of the message. `code` null keeps the one it has. */
export type AttemptOutcome = {
  status: Extract<MessageStatus, "sent" | "planned" | "held" | "failed" | "unknown">;
  code: string | null;
  params: Values | null;
  providerMessageId: string | null;
  /** Back into the queue of messages at this moment. */
  deliverAt: Instant | null;
  /** As a job of its own at this moment. */
  retryAt: Instant | null;
  /** Whether the attempt counts. */
  counts: boolean;
};

export type AttemptInput = {
  result: AttemptResult;
  /** This attempt among them. */
  attempts: number;
  /** When it first could have left. */
  dueSince: Instant;
  now: Instant;
  /** What to do when nobody knows whether it was accepted. */
  whenUnknown: "give_up" | "retry";
  /** 0 to 1, so that messages refused together do not come back together. */
  jitter: number;
};

const NOTHING = {
  code: null,
  params: null,
  providerMessageId: null,
  deliverAt: null,
  retryAt: null,
  counts: true,
} as const;

/** The wait after the n-th attempt (from 1): ×3 each time from a minute, up to a fifth more, never less than asked for. */
export function retryDelayMs(attempt: number, jitter: number, askedMs = 0): number {
  const backoff = Math.min(RETRY_FIRST_MS * RETRY_FACTOR ** (attempt - 1), RETRY_MS_MAX);
  return Math.round(Math.max(backoff, askedMs) * (1 + jitter / 5));
}

/** What one attempt at handing over a message makes of it. */
export function outcomeOfAttempt(input: AttemptInput): AttemptOutcome {
  const { result, attempts, now, dueSince, jitter } = input;
  if ("notStarted" in result) {
    return { ...NOTHING, status: "planned", deliverAt: now + result.afterMs, counts: false };
  }
  if (result.ok) {
    return { ...NOTHING, status: "sent", providerMessageId: result.providerMessageId };
  }
  const { reason: text, retryAfterMs } = result;
  if (result.rateLimited) {
    if (now - dueSince > RATE_PATIENCE_MS) {
      return { ...NOTHING, status: "failed", code: "fail.rate", params: { text } };
    }
    const at = now + Math.round((retryAfterMs ?? RATE_WAIT_MS) * (1 + jitter / 5));
    const params = { text, at, dueSince };
    return { ...NOTHING, status: "held", code: "fail.rate", params, deliverAt: at, counts: false };
  }
  const count = { text, attempt: attempts, of: ATTEMPTS_MAX };
  if (result.maybeSent && input.whenUnknown === "give_up") {
    return { ...NOTHING, status: "unknown", code: "fail.unknown", params: count };
  }
  const code = result.notCalled ? "fail.not_called" : "fail.provider";
  if (!result.retry || attempts >= ATTEMPTS_MAX) {
    return { ...NOTHING, status: "failed", code, params: count };
  }
  const at = now + retryDelayMs(attempts, jitter, retryAfterMs);
  const params = { ...count, at };
  return { ...NOTHING, status: "held", code, params, retryAt: at };
}
