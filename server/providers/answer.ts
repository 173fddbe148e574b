import { HOUR_MS } from "@/core/time";
import { NotCalled } from "@/server/calls/safe-fetch";
import { type Refusal, reasonOf } from "./provider";

/** No provider's wish to wait is believed beyond this. */
const RETRY_AFTER_MS_MAX = 6 * HOUR_MS;

/** What an HTTP server answered, read to its end. */
export type Answer = { status: number; headers: Headers; text: string };

/** The milliseconds of a `Retry-After` header, in seconds or as a date; null when it says neither. */
export function retryAfterMsOf(header: string | null | undefined): number | null {
  if (header === null || header === undefined || header.trim() === "") return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  if (Number.isNaN(ms) || ms < 0) return null;
  return Math.min(ms, RETRY_AFTER_MS_MAX);
}

/** A refusal worth another attempt, after as long as the answer asks for. */
export function retryLater(answer: Pick<Answer, "headers">, reason: string): Refusal {
  const retryAfterMs = retryAfterMsOf(answer.headers.get("retry-after"));
  return { ok: false, retry: true, reason, ...(retryAfterMs !== null && { retryAfterMs }) };
}

/**
 * The same, of a provider that has one server for all: what is worth a retry for other reasons than
 * the rate is an outage of it. An address of the account that we do not call is waited for as well.
 */
export function blamed(refusal: Refusal): Refusal {
  if (refusal.notCalled) return { ...refusal, retry: true, blame: "guard" };
  return refusal.retry && !refusal.rateLimited && refusal.blame === undefined
    ? { ...refusal, blame: "outage" }
    : refusal;
}

export const isRedirect = (status: number): boolean =>
  status >= 300 && status < 400 && status !== 304;

/**
 * One request. What the network does to it is a `Refusal`: worth a retry, and `maybeSent` unless it
 * surely never arrived. An address that may not be reached (inside our own network, no https) is
 * refused for good, as `notCalled`. `read` takes the words out of an answer; without it, all of them.
 */
export async function ask(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<string> = (response) => response.text(),
): Promise<{ answer: Answer } | { failed: Refusal }> {
  try {
    const response = await fetch(url, init);
    const { status, headers } = response;
    if (isRedirect(status)) {
      void response.body?.cancel().catch(() => {});
      return { answer: { status, headers, text: `${status}, and redirects are not followed.` } };
    }
    // The status decides; a body that breaks off or has no end only costs us its words.
    const text = await read(response).catch(() => "");
    return { answer: { status, headers, text } };
  } catch (error) {
    const answer = tooLong(error);
    if (answer) return { answer };
    return { failed: unanswered(error, init.signal?.aborted === true) };
  }
}

/** An answer that announced more than we read: its status holds, its words are left. */
function tooLong(error: unknown): Answer | null {
  if (!(error instanceof Error && "response" in error)) return null;
  const { response } = error;
  if (!(response instanceof Response)) return null;
  return { status: response.status, headers: response.headers, text: "" };
}

/** The connection was not made, so nothing was on it. */
const NEVER_ARRIVED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS\w*|ERR_SSL\w*|EPROTO|\w*CERT\w*|UNABLE_TO_\w+)$/;

function unanswered(error: unknown, wasAborted: boolean): Refusal {
  if (error instanceof NotCalled) {
    return { ok: false, retry: false, reason: reasonOf(error.message), notCalled: true };
  }
  if (wasAborted) return { ok: false, retry: true, reason: "No answer in time", maybeSent: true };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = reasonOf(cause instanceof Error ? cause.message : String(cause));
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (cause instanceof Error && cause.name === "AbortError") {
    return { ok: false, retry: true, reason: "No answer in time", maybeSent: true };
  }
  // Every failure of the network has a code; without one the request could not be made at all.
  const isOfNetwork = typeof code === "string" && code !== "ERR_INVALID_URL";
  if (!isOfNetwork) return { ok: false, retry: false, reason };
  const maybeSent = !NEVER_ARRIVED.test(code);
  return { ok: false, retry: true, reason: `${reason} (${code})`, ...(maybeSent && { maybeSent }) };
}
