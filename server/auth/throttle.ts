import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import type { Db } from "@/db/client";
import { operatorRateLimits } from "@/db/schema/operators";
import { newId } from "@/server/new-id";

/** What is limited, and how many tries a window has, counted from the first. */
const LIMITS = {
  /** By the address of the account. */
  "sign-in": { max: 10, windowMs: 15 * MINUTE_MS },
  /** By where the request came from: one machine that tries many accounts. */
  "sign-in-from": { max: 100, windowMs: 15 * MINUTE_MS },
  /** By operator: the password asked again of somebody signed in, and codes of the second factor. */
  secret: { max: 10, windowMs: 15 * MINUTE_MS },
  "reset-mail": { max: 3, windowMs: HOUR_MS },
  "reset-mail-from": { max: 20, windowMs: HOUR_MS },
} as const satisfies Record<string, { max: number; windowMs: number }>;

type Limited = keyof typeof LIMITS;

export const SIGN_IN_ATTEMPTS_MAX = LIMITS["sign-in"].max;

/** What strangers typed is hashed and never kept as text. */
const keyOf = (what: Limited, subject: string) =>
  `${what}:${createHash("sha256").update(subject.trim().toLowerCase()).digest("base64url")}`;

/**
 * Counts one try. Returns 0 when it may go on, or the seconds to wait: more tries than the limit
 * within its window are refused, whatever process they reach.
 */
export async function countTry(db: Db, what: Limited, subject: string): Promise<number> {
  const { max, windowMs } = LIMITS[what];
  const now = Date.now();
  const rows = await db
    .insert(operatorRateLimits)
    .values({ id: newId(), key: keyOf(what, subject), count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: operatorRateLimits.key,
      set: {
        count: sql`case when ${operatorRateLimits.lastRequest} <= ${now - windowMs} then 1 else ${operatorRateLimits.count} + 1 end`,
        lastRequest: sql`case when ${operatorRateLimits.lastRequest} <= ${now - windowMs} then ${now} else ${operatorRateLimits.lastRequest} end`,
      },
    })
    .returning({ count: operatorRateLimits.count, since: operatorRateLimits.lastRequest });
  const row = rows[0];
  if (!row || row.count <= max) return 0;
  return Math.max(1, Math.ceil((row.since + windowMs - now) / 1000));
}

export async function forgetTries(db: Db, what: Limited, subject: string): Promise<void> {
  await db.delete(operatorRateLimits).where(eq(operatorRateLimits.key, keyOf(what, subject)));
}
