import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { MINUTE_MS } from "@/core/time";
import type { Db } from "@/db/client";
import { operatorRateLimits } from "@/db/schema/operators";
import { newId } from "@/server/new-id";

const WINDOW_MS = 15 * MINUTE_MS;
export const SIGN_IN_ATTEMPTS_MAX = 10;

/** Addresses are typed by strangers, so they are hashed and never kept as text. */
const keyOf = (email: string) =>
  `sign-in:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;

/**
 * Counts one attempt to sign in to an account. Returns 0 when it may go on, or the seconds
 * to wait: more than 10 attempts without success within 15 minutes of the first are refused.
 */
export async function countSignInAttempt(db: Db, email: string): Promise<number> {
  const now = Date.now();
  const rows = await db
    .insert(operatorRateLimits)
    .values({ id: newId(), key: keyOf(email), count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: operatorRateLimits.key,
      set: {
        count: sql`case when ${operatorRateLimits.lastRequest} <= ${now - WINDOW_MS} then 1 else ${operatorRateLimits.count} + 1 end`,
        lastRequest: sql`case when ${operatorRateLimits.lastRequest} <= ${now - WINDOW_MS} then ${now} else ${operatorRateLimits.lastRequest} end`,
      },
    })
    .returning({
      count: operatorRateLimits.count,
      since: operatorRateLimits.lastRequest,
    });
  const row = rows[0];
  if (!row || row.count <= SIGN_IN_ATTEMPTS_MAX) return 0;
  return Math.max(1, Math.ceil((row.since + WINDOW_MS - now) / 1000));
}

export async function forgetSignInAttempts(db: Db, email: string): Promise<void> {
  await db.delete(operatorRateLimits).where(eq(operatorRateLimits.key, keyOf(email)));
}
