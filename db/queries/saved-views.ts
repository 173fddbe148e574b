import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { ListName } from "@/core/operator/list-name";
import type { Db, Tx } from "@/db/client";
import { savedViews } from "@/db/schema/operations";
import { operators } from "@/db/schema/operators";

/** Views on one list that are shown as tabs. */
const VIEWS_MAX = 50;

export type SavedView = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  /** Who made it; only they and nobody else change it. */
  operatorId: string;
  ownerName: string;
};

/** The operator's own views of a list and those shared with everybody, own ones first. */
export async function listSavedViews(
  db: Db,
  workspaceId: WorkspaceId,
  operatorId: string,
  list: ListName,
): Promise<SavedView[]> {
  return db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      operatorId: savedViews.operatorId,
      ownerName: operators.name,
    })
    .from(savedViews)
    .innerJoin(operators, eq(operators.id, savedViews.operatorId))
    .where(
      and(
        eq(savedViews.workspaceId, workspaceId),
        eq(savedViews.list, list),
        or(eq(savedViews.operatorId, operatorId), eq(savedViews.shared, true)),
      ),
    )
    .orderBy(desc(sql`${savedViews.operatorId} = ${operatorId}`), asc(savedViews.name))
    .limit(VIEWS_MAX);
}

type NewView = typeof savedViews.$inferInsert;

/** Writes a new view; false when the operator has one of that name on the list. */
export async function insertSavedView(tx: Tx, view: NewView): Promise<boolean> {
  const rows = await tx
    .insert(savedViews)
    .values(view)
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return rows.length > 0;
}

/** How many views an operator has. */
export async function countSavedViews(
  tx: Tx,
  workspaceId: WorkspaceId,
  operatorId: string,
): Promise<number> {
  return tx.$count(
    savedViews,
    and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.operatorId, operatorId)),
  );
}

const own = (workspaceId: WorkspaceId, operatorId: string, id: string) =>
  and(
    eq(savedViews.workspaceId, workspaceId),
    eq(savedViews.operatorId, operatorId),
    eq(savedViews.id, id),
  );

/** Whether another view of the operator on the same list has this name. */
export async function isViewNameTaken(
  tx: Tx,
  workspaceId: WorkspaceId,
  operatorId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(sql`
    select exists (
      select 1 from saved_views other
      join saved_views this on this.workspace_id = other.workspace_id
        and this.operator_id = other.operator_id and this.list = other.list and this.id <> other.id
      where this.workspace_id = ${workspaceId} and this.operator_id = ${operatorId}
        and this.id = ${id} and other.name = ${name}) as taken`);
  return row?.taken ?? false;
}

/** Changes a view of the operator's own; false when they have no such view. */
export async function updateSavedView(
  tx: Tx,
  workspaceId: WorkspaceId,
  operatorId: string,
  id: string,
  change: Partial<Pick<NewView, "name" | "query" | "shared">>,
): Promise<boolean> {
  const rows = await tx
    .update(savedViews)
    .set(change)
    .where(own(workspaceId, operatorId, id))
    .returning({ id: savedViews.id });
  return rows.length > 0;
}

/** Deletes a view of the operator's own; false when they have no such view. */
export async function deleteSavedView(
  tx: Tx,
  workspaceId: WorkspaceId,
  operatorId: string,
  id: string,
): Promise<boolean> {
  const rows = await tx
    .delete(savedViews)
    .where(own(workspaceId, operatorId, id))
    .returning({ id: savedViews.id });
  return rows.length > 0;
}

/** A view of this list by its id, whoever made it. */
export async function findSavedView(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
  list: ListName,
): Promise<{ query: string } | undefined> {
  const rows = await db
    .select({ query: savedViews.query })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.workspaceId, workspaceId),
        eq(savedViews.id, id),
        eq(savedViews.list, list),
      ),
    );
  return rows[0];
}
