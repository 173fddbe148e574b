import { createHash } from "node:crypto";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { claimKey, findAnswer, keepClaim, releaseKey, storeAnswer } from "@/db/queries/idempotency";
import { open, seal } from "@/server/channels/seal";

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
  /** Seals the stored answer: it holds a secret. */
  sealing: string | null;
};

/**
 * Runs a request once per `Idempotency-Key`: the same request again gets the stored answer with
 * `Idempotency-Replay: true`. Refuses (`conflict`, with `Retry-After`) while the first still runs and
 * (`invalid`) a different request under the same key.
 *
 * Only answers of success are kept: a refusal changed nothing, so the corrected request may use its key.
 */
export async function once(db: Db, asked: Asked, run: () => Promise<Response>): Promise<Response> {
  checkKey(asked.key);
  const claim = { workspaceId: asked.workspaceId, key: asked.key, requestHash: hashOf(asked) };
  if (!(await claimKey(db, claim))) return replay(db, claim, asked);
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
    await storeAnswer(db, claim, { status: response.status, headers, body: sealed(asked, body) });
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
  asked: Asked,
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
  const body = answer.body ? unsealed(asked, answer.body) : null;
  return new Response(body, { status: answer.status, headers });
}

/** The key of a request, which is null without one. Refuses one that is none (`invalid`). */
export function keyOf({ headers }: Request): string | null {
  const key = headers.get("idempotency-key");
  if (key !== null) checkKey(key);
  return key;
}

function checkKey(key: string): void {
  if (KEY.test(key)) return;
  const errors = [{ path: "Idempotency-Key", message: "1 to 255 printable characters" }];
  throw new AppError("invalid", "The Idempotency-Key is not valid.", { errors });
}

const ownerOf = ({ workspaceId, key }: Asked) => ({ workspaceId, id: `idempotency/${key}` });

const sealed = (asked: Asked, body: string): string =>
  asked.sealing === null ? body : seal(asked.sealing, ownerOf(asked), { body });

function unsealed(asked: Asked, stored: string): string {
  if (asked.sealing === null) return stored;
  const body = open(asked.sealing, ownerOf(asked), stored)?.body;
  if (body !== undefined) return body;
  throw new AppError("conflict", "The answer to the first request cannot be read any more.");
}

const hashOf = ({ method, address, body }: Asked): string =>
  createHash("sha256").update(`${method} ${address}\n`).update(body).digest("hex");
