import { hashPassword } from "better-auth/crypto";
import { eq, isNull } from "drizzle-orm";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import { type Db, inTransaction } from "@/db/client";
import { findOperatorByEmail } from "@/db/queries/operators";
import { operatorAccounts, operators, workspaceMembers } from "@/db/schema/operators";
import { workspaces } from "@/db/schema/workspaces";
import { newId } from "@/server/new-id";

export type NewOperator = {
  email: string;
  name: string;
  /** Without one the operator signs in by one-time link only. */
  password?: string | undefined;
};

/** Inserts an operator; refuses (`conflict`) an address that has an account. Call inside a transaction. */
export async function createOperator(db: Db, input: NewOperator): Promise<string> {
  const id = newId();
  const inserted = await db
    .insert(operators)
    .values({
      id,
      email: input.email.trim().toLowerCase(),
      name: input.name,
      emailVerified: true,
    })
    .onConflictDoNothing()
    .returning({ id: operators.id });
  if (inserted.length === 0) throw new AppError("conflict", "This email has an account already.");
  if (input.password !== undefined) {
    await db.insert(operatorAccounts).values({
      id: newId(),
      userId: id,
      accountId: id,
      providerId: "credential",
      password: await hashPassword(input.password),
    });
  }
  return id;
}

/**
 * Sees to it that an operator with this email exists, and returns their id.
 *
 * Runs at every start: an account that exists keeps its name and password.
 */
export async function ensureFirstOperator(db: Db, input: NewOperator): Promise<string> {
  const existing = await findOperatorByEmail(db, input.email.trim());
  if (existing) return existing.id;
  try {
    return await inTransaction(db, (tx) => createOperator(tx, input));
  } catch (error) {
    const winner = await findOperatorByEmail(db, input.email.trim());
    if (winner) return winner.id;
    throw error;
  }
}

/** Makes the operator a member. An existing membership keeps its role. */
export async function addMember(
  db: Db,
  input: { workspaceId: WorkspaceId; operatorId: string; role: Role },
): Promise<void> {
  await db.insert(workspaceMembers).values(input).onConflictDoNothing();
}

/** Makes the operator the owner of each workspace that has no member at all. */
export async function adoptWorkspaces(db: Db, operatorId: string): Promise<void> {
  const unowned = await db
    .select({ workspaceId: workspaces.id })
    .from(workspaces)
    .leftJoin(workspaceMembers, eq(workspaceMembers.workspaceId, workspaces.id))
    .where(isNull(workspaceMembers.operatorId));
  for (const { workspaceId } of unowned) {
    await addMember(db, { workspaceId, operatorId, role: "owner" });
  }
}
