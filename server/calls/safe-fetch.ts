import { safeFetchWrap } from "@atproto-labs/fetch-node";

export const ANSWER_BYTES_MAX = 262_144;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * `fetch` for addresses that operators write: nothing inside our own network is reached, redirects
 * are refused, and answers end at `ANSWER_BYTES_MAX`, or where a caller that reads them bit by bit
 * stops (`endless`). `allowPrivate` is for a laptop and for tests.
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
  return (url, init) => guarded(url, { ...init, redirect: "error" });
}
