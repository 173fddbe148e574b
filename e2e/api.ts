import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";
import { LIVE_KEY } from "./settings";

type Body = Record<string, unknown>;

/** The public API as a customer's system calls it. */
export class Api {
  readonly #request: APIRequestContext;
  readonly #key: string;

  constructor(request: APIRequestContext, key = LIVE_KEY) {
    this.#request = request;
    this.#key = key;
  }

  async call<T = Body>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.#request.fetch(`/api/v1${path}`, {
      method,
      // A connection the server has just given up is no answer.
      maxRetries: 2,
      headers: { authorization: `Bearer ${this.#key}` },
      ...(body !== undefined && { data: body }),
    });
    const text = await response.text();
    expect(response.ok(), `${method} ${path} answered ${response.status()}: ${text}`).toBe(true);
    return (text === "" ? {} : JSON.parse(text)) as T;
  }

  put = (path: string, body: unknown) => this.call("PUT", path, body);
  post = <T = Body>(path: string, body: unknown = {}) => this.call<T>("POST", path, body);
  get = <T = Body>(path: string) => this.call<T>("GET", path);

  /** Publishes a workflow the way the contract asks: look at the impact, then confirm it. */
  async publish(key: string): Promise<number> {
    const { confirmToken } = await this.post<{ confirmToken: string }>(
      `/workflows/${key}/publish?preview=true`,
    );
    const { version } = await this.post<{ version: number }>(`/workflows/${key}/publish`, {
      confirmToken,
      inFlight: "finish",
    });
    return version;
  }
}
