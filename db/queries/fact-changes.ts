import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import type { CaseRef } from "./raw-cases";

const NIL = "00000000-0000-0000-0000-000000000000";

/** Held by whoever changes what is counted of a workspace, to the end of the transaction. */
const lockOf = (workspace: SQL) => sql`hashtextextended('case_facts/' || ${workspace}::text, 0)`;

/** Workspaces with changes that are not counted yet, in the order of their ids. */
export async function listChangedWorkspaces(
  db: Db | Tx,
  after: WorkspaceId | null,
  limit: number,
): Promise<WorkspaceId[]> {
  // From one to the next by the key, past all that lies between.
  const rows = await db.execute<{ id: WorkspaceId }>(sql`
    with recursive changed as (
      (select workspace_id as id from fact_changes
        where workspace_id > ${after ?? NIL}::uuid order by 1 limit 1)
      union all
      select (select workspace_id from fact_changes f
        where f.workspace_id > changed.id order by 1 limit 1)
      from changed where changed.id is not null)
    select id from changed where id is not null limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Those of the workspaces that nobody else is counting: they are this transaction's now. */
export async function tryFactsLocks(tx: Tx, ids: readonly WorkspaceId[]): Promise<WorkspaceId[]> {
  const rows = await tx.execute<{ id: WorkspaceId; ours: boolean }>(sql`
    select id, pg_try_advisory_xact_lock(${lockOf(sql`id`)}) as ours
    from unnest(${sql.param(ids)}::uuid[]) as wanted(id)`);
  return rows.flatMap(({ id, ours }) => (ours ? [id] : []));
}

/** Waits until nobody counts in the workspace. */
export const lockFacts = (tx: Tx, workspaceId: WorkspaceId) =>
  tx.execute(sql`select pg_advisory_xact_lock(${lockOf(sql`${workspaceId}`)})`);

/** Takes changes out of the queue, oldest first, at most `each` of a workspace. */
export async function takeChanges(
  tx: Tx,
  ids: readonly WorkspaceId[],
  each: number,
): Promise<{ taken: number; refs: CaseRef[] }> {
  const rows = await tx.execute<CaseRef & { n: number }>(sql`
    with taken as (
      delete from fact_changes f using (
        select o.workspace_id, o.seq from unnest(${sql.param(ids)}::uuid[]) as w(id),
          lateral (select workspace_id, seq from fact_changes
            where workspace_id = w.id order by seq limit ${each}) as o
      ) as oldest
      where f.workspace_id = oldest.workspace_id and f.seq = oldest.seq
      returning f.workspace_id, f.case_id)
    select workspace_id as "workspaceId", case_id as "caseId", count(*)::int as n
    from taken group by workspace_id, case_id`);
  return {
    taken: rows.reduce((sum, { n }) => sum + n, 0),
    refs: rows.map(({ workspaceId, caseId }) => ({ workspaceId, caseId })),
  };
}

/** Every case of a workspace is to be counted again; gives how many they are. */
export async function putAllCases(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    with put as (
      insert into fact_changes (workspace_id, case_id)
      select workspace_id, id from cases where workspace_id = ${workspaceId} order by id
      returning 1)
    select count(*)::int as n from put`);
  return row?.n ?? 0;
}
