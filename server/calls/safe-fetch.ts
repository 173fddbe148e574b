import { safeFetchWrap } from "@atproto-labs/fetch-node";

export const ANSWER_BYTES_MAX = 262_144;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** This installation does not call the address; nobody was asked. The message says why. */
export class NotCalled extends Error {}

/**
 * `fetch` for addresses that operators write: nothing inside our own network is reached, a redirect is
 * an answer and not followed, and answers end at `ANSWER_BYTES_MAX`, or where a caller that reads them
 * bit by bit stops (`endless`). `allowPrivate` is for a laptop and for tests. Throws `NotCalled`.
 */
export function safeFetch(options: {
  allowPrivate: boolean;
  timeoutMs: number;
  endless?: boolean;
}): Fetch {
  const guarded = safeFetchWrap({
    ssrfProtection: !options.allowPrivate,
    allowPrivateIps: options.allowPrivate,
    allowIpHost: options.allowPrivate,
    allowCustomPort: true,
    allowHttp: options.allowPrivate,
    responseMaxSize: options.endless ? Number.POSITIVE_INFINITY : ANSWER_BYTES_MAX,
    timeout: options.timeoutMs,
  });
  return async (url, init) => {
    try {
      return await guarded(url, { ...init, redirect: "manual" });
    } catch (error) {
      const why = isGuards(error) && URL.canParse(url) ? whyNot(new URL(url), options) : null;
      if (why === null) throw error;
      throw new NotCalled(`Not called: ${why}`, { cause: error });
    }
  };
}

/** Every failure of the network has a code, and an answer that is too long comes with it. */
function isGuards(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(error instanceof Error && cause instanceof Error) || "response" in error) return false;
  const isOfTime = [error.name, cause.name].some((name) => /^(?:Abort|Timeout)Error$/.test(name));
  return !isOfTime && !("code" in cause && typeof cause.code === "string");
}

function whyNot({ protocol }: URL, { allowPrivate }: { allowPrivate: boolean }): string {
  if (allowPrivate) return "only addresses of http and https that may be public are called.";
  return protocol === "https:"
    ? "the server is inside our own network or named by its IP address. ALLOW_PRIVATE_CALLS allows such."
    : "only https addresses are called. ALLOW_PRIVATE_CALLS allows others.";
}
