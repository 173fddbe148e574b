import { z } from "zod";

const TRIES_MAX = 5;
const TIMEOUT_MS = 30_000;
const WAIT_S_MAX = 60;

const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** An answer that is no success; `errors` name the places that are wrong. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly errors: readonly { path: string; message: string }[];
  constructor(status: number, text: string) {
    const problem = Problem.safeParse(jsonOf(text)).data;
    super(problem?.detail ?? problem?.title ?? `The server answered ${status}.`);
    this.status = status;
    this.errors = problem?.errors ?? [];
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Call = (
  method: string,
  path: string,
  request?: { body?: unknown; headers?: Record<string, string> },
) => Promise<unknown>;

export type ApiClient = Call & {
  /** The workspace the key belongs to; null until something was answered. */
  workspace: () => string | null;
};

type Options = { url: string; apiKey: string; fetcher?: typeof fetch };

/** Calls the public API of an installation. Waits where it is asked to slow down; throws `ApiRefusal`. */
export function apiClient({ url, apiKey, fetcher = fetch }: Options): ApiClient {
  const base = `${url.replace(/\/+$/, "")}/api/v1`;
  let workspace: string | null = null;
  const call: Call = async (method, path, { body, headers = {} } = {}) => {
    for (let tries = 1; ; tries++) {
      const response = await fetcher(`${base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((cause: unknown) => {
        throw new Error(`${url} cannot be reached: ${reasonOf(cause)}`, { cause });
      });
      const text = await response.text();
      workspace = response.headers.get("x-workspace-id") ?? workspace;
      if (response.ok) return text === "" ? null : jsonOf(text);
      const waitS = Number(response.headers.get("retry-after") ?? 1);
      if (response.status !== 429 || tries >= TRIES_MAX || !(waitS <= WAIT_S_MAX)) {
        throw new ApiRefusal(response.status, text);
      }
      await new Promise((resume) => setTimeout(resume, waitS * 1_000));
    }
  };
  return Object.assign(call, { workspace: () => workspace });
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
