import { eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { workspaces } from "@/db/schema/workspaces";

/** Tells every cache that workflows, templates, topics, teams, calendars, rotas or policies changed. */
export async function bumpFacts(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx
    .update(workspaces)
    .set({ factsRevision: sql`nextval('facts_revisions')` })
    .where(eq(workspaces.id, workspaceId));
}

export async function findWorkspace(db: Db | Tx, workspaceId: WorkspaceId) {
  const rows = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return rows[0];
}

export async function hasSlug(tx: Tx, slug: string): Promise<boolean> {
  const rows = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.slug, slug));
  return rows.length > 0;
}

/** The workspace, kept from other changes until the transaction ends. */
export async function lockWorkspace(tx: Tx, workspaceId: WorkspaceId) {
  const rows = await tx
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("update");
  return rows[0];
}

/** Lets changes of a workspace's own things come one after the other; nobody who only reads it waits. */
export async function holdWorkspace(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("no key update");
}

export type WorkspaceChanges = Partial<
  Pick<
    typeof workspaces.$inferInsert,
    | "name"
    | "timeZone"
    | "locale"
    | "calendar"
    | "locales"
    | "brand"
    | "retention"
    | "frequencyLimits"
    | "personSide"
  >
>;

/** Looks again at what a limit holds: there may be room now. */
export async function recheckCapped(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.execute(sql`
    update messages set deliver_at = (
        select coalesce(clock_at, clock_timestamp()) from workspaces where id = ${workspaceId})
     where workspace_id = ${workspaceId} and status = 'held' and code in ('held.cap', 'held.helper')`);
}

export async function updateWorkspace(
  tx: Tx,
  workspaceId: WorkspaceId,
  set: WorkspaceChanges,
): Promise<void> {
  await tx.update(workspaces).set(set).where(eq(workspaces.id, workspaceId));
}
