import { and, eq, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import {
  operatorAccounts,
  operatorSessions,
  operators,
  operatorTwoFactors,
  operatorVerifications,
} from "@/db/schema/operators";

/** Replaces the password's hash, or adds the first one. */
export async function writePassword(
  tx: Tx,
  operatorId: string,
  newAccountId: string,
  hash: string,
): Promise<void> {
  const known = await tx
    .update(operatorAccounts)
    .set({ password: hash, updatedAt: sql`now()` })
    .where(
      and(eq(operatorAccounts.userId, operatorId), eq(operatorAccounts.providerId, "credential")),
    )
    .returning({ id: operatorAccounts.id });
  if (known.length > 0) return;
  await tx.insert(operatorAccounts).values({
    id: newAccountId,
    userId: operatorId,
    accountId: operatorId,
    providerId: "credential",
    password: hash,
  });
}

/** Trusted devices, one-time links and half-done sign-ins of an operator. */
export async function deleteVerifications(tx: Tx, operatorId: string): Promise<void> {
  await tx.delete(operatorVerifications).where(eq(operatorVerifications.value, operatorId));
}

/** Ends sessions of an operator: one, all but one, or all. Returns how many there were. */
export async function deleteSessions(
  tx: Tx,
  operatorId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const rows = await tx
    .delete(operatorSessions)
    .where(
      and(
        eq(operatorSessions.userId, operatorId),
        which.only === undefined ? undefined : eq(operatorSessions.id, which.only),
        which.except === undefined ? undefined : ne(operatorSessions.id, which.except),
      ),
    )
    .returning({ id: operatorSessions.id });
  return rows.length;
}

export async function clearSecondFactor(tx: Tx, operatorId: string): Promise<void> {
  await tx.update(operators).set({ twoFactorEnabled: false }).where(eq(operators.id, operatorId));
  await tx.delete(operatorTwoFactors).where(eq(operatorTwoFactors.userId, operatorId));
}

/** Notes that an operator was here, by this session. */
export async function touchSession(
  db: Db,
  operatorId: string,
  sessionId: string,
  at: Date,
): Promise<void> {
  await Promise.all([
    db.update(operatorSessions).set({ updatedAt: at }).where(eq(operatorSessions.id, sessionId)),
    db.update(operators).set({ lastSeenAt: at }).where(eq(operators.id, operatorId)),
  ]);
}
