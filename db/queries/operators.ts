import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import type { Db } from "@/db/client";
import {
  operatorAccounts,
  operatorSessions,
  operators,
  operatorVerifications,
  workspaceMembers,
} from "@/db/schema/operators";
import { workspaces } from "@/db/schema/workspaces";

const membership = {
  role: workspaceMembers.role,
  id: workspaces.id,
  slug: workspaces.slug,
  name: workspaces.name,
  kind: workspaces.kind,
  timeZone: workspaces.timeZone,
};

export type MembershipRow = {
  role: Role;
  id: WorkspaceId;
  slug: string;
  name: string;
  kind: "live" | "sandbox";
  timeZone: string;
};

export async function hasOperator(db: Db): Promise<boolean> {
  const rows = await db.select({ id: operators.id }).from(operators).limit(1);
  return rows.length > 0;
}

export async function findOperatorByEmail(db: Db, email: string) {
  const rows = await db.select().from(operators).where(eq(operators.email, email.toLowerCase()));
  return rows[0];
}

export async function findOperatorById(db: Db, id: string) {
  const rows = await db.select().from(operators).where(eq(operators.id, id));
  return rows[0];
}

/** False for one who signs in by one-time link only. */
export async function hasPassword(db: Db, operatorId: string): Promise<boolean> {
  const rows = await db
    .select({ id: operatorAccounts.id })
    .from(operatorAccounts)
    .where(and(eq(operatorAccounts.userId, operatorId), isNotNull(operatorAccounts.password)));
  return rows.length > 0;
}

/** Sessions on one page; whoever has more signs the old ones out together. */
const SESSIONS_MAX = 50;

/** Where an operator is signed in, last seen first. */
export async function listSessions(db: Db, operatorId: string, now: Date) {
  return db
    .select({
      id: operatorSessions.id,
      ipAddress: operatorSessions.ipAddress,
      userAgent: operatorSessions.userAgent,
      createdAt: operatorSessions.createdAt,
      seenAt: operatorSessions.updatedAt,
    })
    .from(operatorSessions)
    .where(and(eq(operatorSessions.userId, operatorId), gt(operatorSessions.expiresAt, now)))
    .orderBy(desc(operatorSessions.updatedAt))
    .limit(SESSIONS_MAX);
}

/** The workspaces an operator belongs to: live before sandbox, then by name. */
export async function listMemberships(db: Db, operatorId: string): Promise<MembershipRow[]> {
  return db
    .select(membership)
    .from(workspaceMembers)
    .innerJoin(workspaces, eq(workspaces.id, workspaceMembers.workspaceId))
    .where(eq(workspaceMembers.operatorId, operatorId))
    .orderBy(asc(workspaces.kind), asc(workspaces.name));
}

export async function findMembership(
  db: Db,
  operatorId: string,
  slug: string,
): Promise<MembershipRow | undefined> {
  const rows = await db
    .select(membership)
    .from(workspaceMembers)
    .innerJoin(workspaces, eq(workspaces.id, workspaceMembers.workspaceId))
    .where(and(eq(workspaceMembers.operatorId, operatorId), eq(workspaces.slug, slug)));
  return rows[0];
}

/** Whether an unused, unexpired verification of this name exists. Reads only. */
export async function hasVerification(db: Db, identifier: string, now: Date): Promise<boolean> {
  const rows = await db
    .select({ id: operatorVerifications.id })
    .from(operatorVerifications)
    .where(
      and(
        eq(operatorVerifications.identifier, identifier),
        gt(operatorVerifications.expiresAt, now),
      ),
    );
  return rows.length > 0;
}
