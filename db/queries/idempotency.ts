import { and, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/operations";

/** How long an answer is kept, and how long one that never came blocks its key. */
export const KEPT_HOURS = 24;
export const ABANDONED_SECONDS = 60;

type Claim = { workspaceId: WorkspaceId; key: string; requestHash: string };
const place = (claim: { workspaceId: WorkspaceId; key: string }) =>
  and(eq(idempotencyKeys.workspaceId, claim.workspaceId), eq(idempotencyKeys.key, claim.key));

/**
 * Takes the key for a request: true for the one that may run. A key is free when new, a day old, or
 * left behind by a process that stopped giving signs of life in the middle of the same request.
 */
export async function claimKey(db: Db, claim: Claim): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into idempotency_keys as k (workspace_id, key, request_hash, created_at)
    values (${claim.workspaceId}, ${claim.key}, ${claim.requestHash}, clock_timestamp())
    on conflict (workspace_id, key) do update
      set request_hash = excluded.request_hash, created_at = excluded.created_at,
          status = null, headers = null, body = null
      where k.created_at < clock_timestamp() - make_interval(hours => ${KEPT_HOURS})
         or (k.status is null and k.request_hash = excluded.request_hash
             and k.created_at < clock_timestamp() - make_interval(secs => ${ABANDONED_SECONDS}))
    returning 1`);
  return rows.length > 0;
}

export async function findAnswer(db: Db, claim: { workspaceId: WorkspaceId; key: string }) {
  const rows = await db.select().from(idempotencyKeys).where(place(claim));
  return rows[0];
}

/** A sign of life of a request that takes long. */
export async function keepClaim(db: Db, claim: Claim): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ createdAt: sql`clock_timestamp()` })
    .where(and(place(claim), isNull(idempotencyKeys.status)));
}

export async function storeAnswer(
  db: Db,
  claim: Claim,
  answer: { status: number; headers: Record<string, string>; body: string },
): Promise<void> {
  await db.update(idempotencyKeys).set(answer).where(place(claim));
}

/** Frees the key: the request changed nothing and may be sent again. */
export async function releaseKey(db: Db, claim: Claim): Promise<void> {
  await db.delete(idempotencyKeys).where(and(place(claim), isNull(idempotencyKeys.status)));
}
