import { createHash } from "node:crypto";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { claimKey, findAnswer, keepClaim, releaseKey, storeAnswer } from "@/db/queries/idempotency";

const KEY = /^[\x21-\x7e]{1,255}$/;
const SIGN_OF_LIFE_MS = 20_000;
const RETRY_AFTER_S = 1;
const KEPT_HEADERS = ["content-type", "etag", "location"] as const;

type Asked = {
  workspaceId: WorkspaceId;
  key: string;
  method: string;
  address: string;
  body: Uint8Array;
};

/**
 * Runs a request once per `Idempotency-Key`: the same request again gets the stored answer with
 * `Idempotency-Replay: true`. Refuses (`conflict`, with `Retry-After`) while the first still runs and
 * (`invalid`) a different request under the same key.
 *
 * Only answers of success are kept: a refusal changed nothing, so the corrected request may use its key.
 */
export async function once(db: Db, asked: Asked, run: () => Promise<Response>): Promise<Response> {
  if (!KEY.test(asked.key)) {
    const errors = [{ path: "Idempotency-Key", message: "1 to 255 printable characters" }];
    throw new AppError("invalid", "The Idempotency-Key is not valid.", { errors });
  }
  const claim = { workspaceId: asked.workspaceId, key: asked.key, requestHash: hashOf(asked) };
  if (!(await claimKey(db, claim))) return replay(db, claim);
  const life = setInterval(() => void keepClaim(db, claim).catch(() => {}), SIGN_OF_LIFE_MS);
  try {
    const response = await run();
    if (!response.ok) {
      await releaseKey(db, claim);
      return response;
    }
    const body = await response.text();
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = response.headers.get(name);
      if (value !== null) headers[name] = value;
    }
    await storeAnswer(db, claim, { status: response.status, headers, body });
    return new Response(body === "" ? null : body, response);
  } catch (error) {
    await releaseKey(db, claim).catch(() => {});
    throw error;
  } finally {
    clearInterval(life);
  }
}

async function replay(
  db: Db,
  claim: { workspaceId: WorkspaceId; key: string; requestHash: string },
): Promise<Response> {
  const answer = await findAnswer(db, claim);
  if (answer && answer.requestHash !== claim.requestHash) {
    const errors = [{ path: "Idempotency-Key", message: "was used for a different request" }];
    throw new AppError("invalid", "This Idempotency-Key was used for a different request.", {
      errors,
    });
  }
  if (!answer || answer.status === null) {
    const message = "The first request with this Idempotency-Key is still running.";
    throw new AppError("conflict", message, { retryAfterS: RETRY_AFTER_S });
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers ?? {}))
    headers.set(name, String(value));
  headers.set("idempotency-replay", "true");
  return new Response(answer.body ? answer.body : null, { status: answer.status, headers });
}

const hashOf = ({ method, address, body }: Asked): string =>
  createHash("sha256").update(`${method} ${address}\n`).update(body).digest("hex");
