import { and, asc, desc, eq, gt, isNull, max, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import type { Db, Tx } from "@/db/client";
import { invitations, operatorSessions, operators, workspaceMembers } from "@/db/schema/operators";
import { people } from "@/db/schema/people";
import { workspaces } from "@/db/schema/workspaces";

/** Members and open invitations of one workspace, each; the limit keeps the page whole without pages. */
export const MEMBERS_MAX = 500;

/** Who may enter a workspace, and who they are among its people; the most powerful first. */
export async function listMembers(db: Db | Tx, workspaceId: WorkspaceId) {
  const rows = await db
    .select({
      operatorId: operators.id,
      name: operators.name,
      email: operators.email,
      role: workspaceMembers.role,
      secondFactor: operators.twoFactorEnabled,
      personId: workspaceMembers.personId,
      personName: people.name,
      seenAt: operators.lastSeenAt,
      signedInAt: max(operatorSessions.updatedAt),
      joinedAt: workspaceMembers.createdAt,
    })
    .from(workspaceMembers)
    .innerJoin(operators, eq(operators.id, workspaceMembers.operatorId))
    .leftJoin(operatorSessions, eq(operatorSessions.userId, operators.id))
    .leftJoin(
      people,
      and(
        eq(people.workspaceId, workspaceMembers.workspaceId),
        eq(people.id, workspaceMembers.personId),
      ),
    )
    .where(eq(workspaceMembers.workspaceId, workspaceId))
    .groupBy(operators.id, workspaceMembers.workspaceId, workspaceMembers.operatorId, people.name)
    .orderBy(asc(operators.name), asc(operators.email))
    .limit(MEMBERS_MAX);
  return rows.map(({ seenAt, signedInAt, ...row }) => ({
    ...row,
    lastSeenAt: Math.max(seenAt?.getTime() ?? 0, signedInAt?.getTime() ?? 0) || null,
  }));
}

export async function countMembers(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  return tx.$count(workspaceMembers, eq(workspaceMembers.workspaceId, workspaceId));
}

/** The owners of a workspace, locked: whoever wants to take one away waits for whoever just did. */
export async function lockOwners(tx: Tx, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await tx
    .select({ operatorId: workspaceMembers.operatorId })
    .from(workspaceMembers)
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.role, "owner")))
    .orderBy(asc(workspaceMembers.operatorId))
    .for("update");
  return rows.map(({ operatorId }) => operatorId);
}

/** False when the operator is no member. */
export async function writeMember(
  tx: Tx,
  workspaceId: WorkspaceId,
  operatorId: string,
  set: { role?: Role; personId?: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(workspaceMembers)
    .set(set)
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        eq(workspaceMembers.operatorId, operatorId),
      ),
    )
    .returning({ operatorId: workspaceMembers.operatorId });
  return rows.length > 0;
}

export async function deleteMember(
  tx: Tx,
  workspaceId: WorkspaceId,
  operatorId: string,
): Promise<boolean> {
  const rows = await tx
    .delete(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.workspaceId, workspaceId),
        eq(workspaceMembers.operatorId, operatorId),
      ),
    )
    .returning({ operatorId: workspaceMembers.operatorId });
  return rows.length > 0;
}

/** Workspaces of one operator that another one does not own. */
export async function countWorkspacesNotOwnedBy(
  db: Db | Tx,
  operatorId: string,
  ownerId: string,
): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.operatorId, operatorId),
        sql`not exists (select 1 from ${workspaceMembers} o where o.workspace_id = ${workspaceMembers.workspaceId}
          and o.operator_id = ${ownerId} and o.role = 'owner')`,
      ),
    );
  return rows[0]?.count ?? 0;
}

/** Invitations nobody has accepted yet, expired ones among them; newest first. */
export async function listInvitations(db: Db | Tx, workspaceId: WorkspaceId) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), isNull(invitations.acceptedAt)))
    .orderBy(desc(invitations.createdAt))
    .limit(MEMBERS_MAX);
}

export type InvitationRow = Awaited<ReturnType<typeof listInvitations>>[number];

/** What the reader of an invitation's link is shown; undefined for a link that never was. */
export async function findInvitation(db: Db | Tx, tokenHash: string) {
  const rows = await db
    .select({
      workspaceId: invitations.workspaceId,
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      workspaceName: workspaces.name,
      slug: workspaces.slug,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(eq(invitations.tokenHash, tokenHash));
  return rows[0];
}

export type NewInvitation = {
  workspaceId: WorkspaceId;
  id: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  expiresAt: Date;
};

/** False when this address has an invitation that is still good; one that ran out is replaced. */
export async function insertInvitation(tx: Tx, row: NewInvitation, now: Date): Promise<boolean> {
  await tx
    .delete(invitations)
    .where(
      and(
        eq(invitations.workspaceId, row.workspaceId),
        eq(invitations.email, row.email),
        isNull(invitations.acceptedAt),
        sql`${invitations.expiresAt} <= ${now.toISOString()}`,
      ),
    );
  const rows = await tx
    .insert(invitations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: invitations.id });
  return rows.length > 0;
}

/** Gives an open invitation another secret and a new week; the link before it stops to work. */
export async function renewInvitation(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  set: { tokenHash: string; expiresAt: Date },
) {
  const rows = await tx
    .update(invitations)
    .set(set)
    .where(openInvitation(workspaceId, id))
    .returning({ email: invitations.email, role: invitations.role });
  return rows[0];
}

export async function deleteInvitation(tx: Tx, workspaceId: WorkspaceId, id: string) {
  const rows = await tx
    .delete(invitations)
    .where(openInvitation(workspaceId, id))
    .returning({ email: invitations.email });
  return rows[0];
}

/** Uses an invitation up; undefined when it was used, revoked or ran out. One of two presses wins. */
export async function takeInvitation(tx: Tx, tokenHash: string, now: Date) {
  const rows = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .returning({
      workspaceId: invitations.workspaceId,
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
    });
  return rows[0];
}

const openInvitation = (workspaceId: WorkspaceId, id: string) =>
  and(
    eq(invitations.workspaceId, workspaceId),
    eq(invitations.id, id),
    isNull(invitations.acceptedAt),
  );
