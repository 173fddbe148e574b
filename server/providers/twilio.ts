import { z } from "zod";
import { SECOND_MS } from "@/core/time";
import { safeFetch } from "@/server/calls/safe-fetch";
import { type Answer, ask, blamed, isRedirect, retryAfterMsOf, retryLater } from "./answer";
import { type Delivery, type OutgoingOf, type Provider, reasonOf, sends } from "./provider";
import { twilioProblem } from "./twilio-problems";

/** Of the address that Twilio calls: a message is found again also when the answer to its hand-over was lost. */
export const MESSAGE_PARAM = "message";

const API_URL = "https://api.twilio.com";
const CALLS_MAX = 10;
const TIMEOUT_MS = 30 * SECOND_MS;
const RATE_WAIT_MS = SECOND_MS;
const TOO_MANY_REQUESTS = 20_429;
/** How the id of a messaging service begins; anything else is a number or a sender's name. */
const SERVICE_ID = /^MG[0-9a-f]{32}$/i;
/**
 * A number of North America, toll-free ones apart: Twilio passes one SMS a second on and queues the
 * rest, where nobody can stop them any more.
 */
const LONG_CODE = /^\+1(?!8(?:00|33|44|55|66|77|88))\d{10}$/;
/** A gateway gave up on what may have gone through behind it. */
const GATEWAY_STATUSES = [502, 504];

const Message = z.looseObject({
  sid: z.string().min(1),
  status: z.string().nullish(),
  error_code: z.number().nullish(),
  error_message: z.string().nullish(),
});
const Problem = z.looseObject({ code: z.number().nullish(), message: z.string().nullish() });

export type TwilioOptions = {
  accountSid: string;
  authToken: string;
  /** A number in E.164, a sender's name, or the id of a messaging service (`MG…`). */
  from: string;
  baseUrl: string | null;
  /** Where Twilio tells what became of a message; null when it could not call there. */
  callbackUrl?: string | null;
  /** SMS a second; null: as the sender's kind allows. */
  ratePerSecond?: number | null;
  /** Whether `baseUrl` may lead into our own network: where operators enter it, only on a laptop. */
  allowPrivate?: boolean;
};

/**
 * Twilio's REST API, one call per SMS. It takes no idempotency key: an attempt of unknown end is not
 * made again, because a second SMS costs money and trust.
 */
export function createTwilio(options: TwilioOptions): Provider {
  const { accountSid, authToken, from, baseUrl, callbackUrl, allowPrivate = true } = options;
  const call = safeFetch({ allowPrivate, timeoutMs: TIMEOUT_MS });
  const account = encodeURIComponent(accountSid);
  const url = `${baseUrl ?? API_URL}/2010-04-01/Accounts/${account}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  const rate = options.ratePerSecond ?? (LONG_CODE.test(from) ? 1 : null);
  const sender = SERVICE_ID.test(from) ? { MessagingServiceSid: from } : { From: from };

  async function send(message: OutgoingOf<"sms">, signal: AbortSignal): Promise<Delivery> {
    const body = new URLSearchParams({ To: message.to, ...sender, Body: message.compose().body });
    if (callbackUrl) body.set("StatusCallback", `${callbackUrl}?${MESSAGE_PARAM}=${message.id}`);
    const headers = { authorization, accept: "application/json" };
    const asked = await ask(call, url, { method: "POST", headers, body, signal });
    return "failed" in asked ? blamed(asked.failed) : deliveryOf(asked.answer);
  }

  return {
    name: "twilio",
    channel: "sms",
    idempotent: false,
    whenUnknown: "give_up",
    concurrencyMax: CALLS_MAX,
    ...(rate !== null && { ratePerSecond: rate }),
    send: sends("sms", send),
  };
}

function deliveryOf(answer: Answer): Delivery {
  const { status } = answer;
  const json = parsed(answer.text);
  if (status >= 200 && status < 300) return accepted(json);
  const problem = Problem.safeParse(json).data;
  const code = problem?.code ?? null;
  const words = isRedirect(status) ? answer.text : `It answered ${status}`;
  const said = reasonOf(problem?.message ?? words);
  if (status === 429 || code === TOO_MANY_REQUESTS) {
    const retryAfterMs = retryAfterMsOf(answer.headers.get("retry-after")) ?? RATE_WAIT_MS;
    return { ok: false, retry: true, reason: said, rateLimited: true, retryAfterMs };
  }
  if (status >= 500 || status === 408) {
    const maybeSent = GATEWAY_STATUSES.includes(status);
    return blamed({ ...retryLater(answer, said), ...(maybeSent && { maybeSent }) });
  }
  // Credentials or an account that are refused are our configuration, not the message: they may be put right.
  const isOurs = status === 401 || status === 403 || status === 404 || isRedirect(status);
  return (
    twilioProblem(code, said) ?? {
      ok: false,
      retry: isOurs,
      reason: said,
      ...(isOurs && { blame: "account" as const }),
    }
  );
}

function accepted(json: unknown): Delivery {
  const message = Message.safeParse(json).data;
  if (!message) {
    return { ok: false, retry: true, reason: "The answer holds no message id", maybeSent: true };
  }
  const { sid, status, error_code: code, error_message: said } = message;
  if (status !== "failed" && status !== "undelivered") return { ok: true, providerMessageId: sid };
  const reason = reasonOf(said ?? `Its status is ${status}`);
  return twilioProblem(code ?? null, reason) ?? { ok: false, retry: false, reason };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
