import type { InboxFailure, InboxOptions } from "./inbox";

/** Asked for anew this long before its end, so that no request begins with a token about to end. */
const TOKEN_SPARE_MS = 20_000;

export class InboxError extends Error {
  readonly why: InboxFailure;
  constructor(why: InboxFailure, message: string = why) {
    super(message);
    this.why = why;
  }
}

export type Request = {
  method?: "POST" | "PUT";
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Sent only while the page's token is this person's. */
  owner?: string | null;
};

export type Http = {
  /** The answer, which is good; throws an InboxError otherwise. */
  ask(path: string, request?: Request): Promise<Response>;
  /** Whose token the page gives. */
  owner(): Promise<string>;
};

const whyOf = (status: number): InboxFailure =>
  status === 401 ? "no_token" : status === 429 ? "busy" : status >= 500 ? "server" : "refused";

/** Requests in the name of the token's person; a token that is used up is replaced once per request. */
export function createHttp(options: InboxOptions, now: () => number): Http {
  let token: Promise<string> | null = null;
  let endsAt = Number.POSITIVE_INFINITY;

  const fresh = async (): Promise<string> => {
    try {
      const given = await options.token();
      const { token: text, expiresAt } = typeof given === "string" ? { token: given } : given;
      endsAt = expiresAt ? Date.parse(expiresAt) : Number.POSITIVE_INFINITY;
      if (!text) throw new Error("empty");
      return text;
    } catch (error) {
      token = null;
      throw new InboxError("no_token", String(error));
    }
  };
  const current = (): Promise<string> => {
    if (!token || now() > endsAt - TOKEN_SPARE_MS) token = fresh();
    return token;
  };
  const ownerOf = (text: string): string => text.split(".", 1)[0] ?? "";

  async function ask(path: string, request: Request = {}, isSecond = false): Promise<Response> {
    const used = current();
    const text = await used;
    if (request.owner && request.owner !== ownerOf(text)) throw new InboxError("refused");
    const { method, body, headers, signal } = request;
    const response = await fetch(`${options.baseUrl}/api/inbox${path}`, {
      method: method ?? "GET",
      headers: {
        authorization: `Bearer ${text}`,
        ...(body ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : null,
      signal: signal ?? null,
      credentials: "omit",
      cache: "no-store",
    }).catch((error) => {
      throw new InboxError("offline", String(error));
    });
    if (response.ok) return response;
    if (response.status === 401) {
      if (token === used) token = null;
      if (!isSecond) return ask(path, request, true);
    }
    const problem = await response.json().catch(() => null);
    throw new InboxError(whyOf(response.status), problem?.detail ?? problem?.title);
  }
  return { ask, owner: async () => ownerOf(await current()) };
}

export const reasonOf = (error: unknown): InboxFailure =>
  error instanceof InboxError ? error.why : "server";
