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
