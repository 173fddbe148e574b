import { type SQL, sql } from "drizzle-orm";
import type { CountedVisits } from "@/core/case/step-flow";
import type { WorkspaceId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db, Tx } from "@/db/client";

/** Rows of `step_moves` that are folded in one statement. */
const FOLDED_MAX = 1_000;

/** Its lock is held by whoever folds. */
const FOLDING = sql`hashtextextended('step_counts', 0)`;

/** The columns of one change, as core/case/trail.ts orders them. */
const MOVE = sql`m ->> 0 as workflow, date '1970-01-01' + (m ->> 4)::int as day,
  (m ->> 1)::int as version, m ->> 2 as step, m ->> 3 as way, (m ->> 5)::smallint as bucket,
  (m ->> 6)::int as n`;

/** Which cases are counted: those that came to a step since a moment's day (UTC), or under a version. */
export type Counted = { since: Instant } | { version: number };

/** Cases by step, way and time spent, as of this moment: what is folded and what is still to be. */
export async function countVisits(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
  counted: Counted,
): Promise<CountedVisits[]> {
  const wanted: SQL =
    "version" in counted
      ? sql`version = ${counted.version}`
      : sql`day >= ${toRfc3339(counted.since).slice(0, 10)}::date`;
  const rows = await db.execute<CountedVisits>(sql`
    select step, way, bucket, sum(n)::int as n from (
      select day, version, step, way, bucket, n from step_counts
      where workspace_id = ${workspaceId} and workflow = ${workflow} and ${wanted}
      union all
      select day, version, step, way, bucket, n
      from (select ${MOVE} from step_moves, jsonb_array_elements(moves) as m
        where workspace_id = ${workspaceId}) as unfolded
      where workflow = ${workflow} and ${wanted}
    ) as visits
    group by step, way, bucket having sum(n) <> 0`);
  return [...rows];
}

/**
 * Folds what the engine wrote into the counts, oldest first; gives how many rows it took. One folder
 * at a time: a second one finds nothing to do. Readers see each change exactly once, before and after.
 */
export async function foldStepMoves(tx: Tx): Promise<number> {
  const [lock] = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${FOLDING}) as ours`,
  );
  if (!lock?.ours) return 0;
  const [row] = await tx.execute<{ taken: number }>(sql`
    with taken as (
      delete from step_moves s using (
        select workspace_id, id from step_moves order by workspace_id, id limit ${FOLDED_MAX}) as oldest
      where s.workspace_id = oldest.workspace_id and s.id = oldest.id
      returning s.workspace_id, s.moves
    ), folded as (
      insert into step_counts as c (workspace_id, workflow, day, version, step, way, bucket, n)
      select workspace_id, workflow, day, version, step, way, bucket, sum(n)
      from (select workspace_id, ${MOVE} from taken, jsonb_array_elements(moves) as m) as moves
      group by workspace_id, workflow, day, version, step, way, bucket having sum(n) <> 0
      on conflict (workspace_id, workflow, day, version, step, way, bucket)
        do update set n = c.n + excluded.n
    )
    select count(*)::int as taken from taken`);
  return row?.taken ?? 0;
}

/** Forgets a workflow's counts, folded or not; waits while somebody folds. */
export async function deleteStepCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${FOLDING})`);
  await tx.execute(sql`
    update step_moves set moves = (
      select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(moves) as m
      where m ->> 0 <> ${workflow})
    where workspace_id = ${workspaceId}
      and exists (select from jsonb_array_elements(moves) as m where m ->> 0 = ${workflow})`);
  await tx.execute(sql`
    delete from step_counts where workspace_id = ${workspaceId} and workflow = ${workflow}`);
}
