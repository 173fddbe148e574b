import { randomBytes } from "node:crypto";
import type { Grant } from "@/core/contracts/scope";
import type { Db } from "@/db/client";
import { findApiKey } from "@/db/queries/api-keys";
import { hashOfKey } from "@/server/api-keys/api-key";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { testCtx } from "@/server/delivery/testing";
import { ensureBootstrapKeys } from "@/server/setup/bootstrap-keys";
import { handleApi } from "./handle-api";

/** What tests look at most; the rest is whatever came. */
export type Body = {
  data: { id: string; key: string; [field: string]: unknown }[];
  nextCursor: string | null;
  errors: { path: string; message: string }[];
  detail: string;
  code: string;
  requestId: string;
  [field: string]: unknown;
};

type Sent = { headers?: Record<string, string>; raw?: string | Uint8Array; type?: string };

/** The API over a test's own database, called as a client would, one workspace per key. */
export function testApi(db: Db) {
  const { ctx, jobs } = testCtx(db);

  async function newKey(kind: "live" | "test" = "test"): Promise<string> {
    const key = `ft_${kind}_${randomBytes(20).toString("hex")}`;
    await ensureBootstrapKeys(db, [key]);
    return key;
  }

  /** Another key of the same workspace. */
  async function narrowKey(key: string, grants: Grant[]) {
    const known = await findApiKey(db, hashOfKey(key));
    if (!known) throw new Error("not a key of this database");
    const who = { workspaceId: known.workspaceId, actor: { kind: "api" as const, name: "test" } };
    return { who, ...(await createApiKey(ctx, who, { name: "narrow", grants })) };
  }

  async function call(
    key: string | null,
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, raw, type = "application/json" }: Sent = {},
  ) {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(content !== undefined && { "content-type": type }),
        ...headers,
      },
      ...(content !== undefined && { body: content as BodyInit }),
    });
    const response = await handleApi(ctx, request);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const json = (isJson ? JSON.parse(text) : {}) as Body;
    return { status: response.status, headers: response.headers, json, text };
  }

  return { ctx, jobs, call, newKey, narrowKey };
}
