import { sql } from "drizzle-orm";
import { visitOf } from "@/core/case/trail";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { countVisits } from "@/db/queries/step-counts";
import { trailOf } from "../cases/case-row";

/** Counts as `step way: cases`, of one workflow or another, in order. */
const written = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].flatMap(([name, n]) => (n === 0 ? [] : [`${name}: ${n}`])).toSorted();

function add(counts: Map<string, number>, name: string, n: number): void {
  counts.set(name, (counts.get(name) ?? 0) + n);
}

/** What the counts of steps say, and what every single case says. */
export async function countsAndCases(db: Db, workspaceId: WorkspaceId) {
  const cases = await db.execute<{ workflow: string; trail: unknown }>(sql`
    select workflow, trail from cases where workspace_id = ${workspaceId}`);
  const recounted = new Map<string, number>();
  for (const row of cases) {
    for (const [step, visit] of Object.entries(trailOf(row) ?? {})) {
      const { way, bucket } = visitOf(visit);
      add(recounted, `${row.workflow} ${step} ${way} ${bucket}`, 1);
    }
  }
  const counted = new Map<string, number>();
  for (const workflow of new Set(cases.map((row) => row.workflow))) {
    for (const row of await countVisits(db, workspaceId, workflow, { since: 0 })) {
      add(counted, `${workflow} ${row.step} ${row.way} ${row.bucket}`, row.n);
    }
  }
  return { counted: written(counted), recounted: written(recounted) };
}

/**
 * The ways that the counts know and those that the timelines tell, of the choices that always write
 * a line: a branch, a split, an answer and its absence. The last line of a case at a step is its last visit's.
 */
export async function countsAndTimelines(db: Db, workspaceId: WorkspaceId) {
  const told = await db.execute<{
    workflow: string;
    step: string;
    way: string | null;
    n: number;
  }>(sql`
    with lines as (
      select distinct on (d.case_id, e ->> 'step') c.workflow, e ->> 'step' as step, e
      from case_decisions d
      join cases c on c.workspace_id = d.workspace_id and c.id = d.case_id,
        jsonb_array_elements(d.entries) with ordinality as o(e, place)
      where d.workspace_id = ${workspaceId} and e ->> 'code' in ('branch.taken', 'split.taken',
        'split.holdout', 'await.started', 'await.answered', 'await.timed_out')
      order by d.case_id, e ->> 'step', d.id desc, place desc)
    select workflow, step, count(*)::int as n, case e ->> 'code'
      when 'branch.taken' then case when e #>> '{params,path}' = 'otherwise' then 'otherwise'
        else 'path:' || (e #>> '{params,path}') end
      when 'split.taken' then 'arm:' || (e #>> '{params,arm}')
      when 'split.holdout' then 'holdout'
      when 'await.answered' then 'responded'
      when 'await.timed_out' then 'no_answer' end as way
    from lines group by workflow, step, way`);
  const recounted = new Map<string, number>();
  for (const { workflow, step, way, n } of told) {
    if (way !== null) add(recounted, `${workflow} ${step} ${way}`, n);
  }
  const counted = new Map<string, number>();
  for (const workflow of new Set(told.map((row) => row.workflow))) {
    for (const { step, way, n } of await countVisits(db, workspaceId, workflow, { since: 0 })) {
      const isChoice = /^(path:|arm:|otherwise$|holdout$|responded$|no_answer$)/.test(way);
      if (isChoice) add(counted, `${workflow} ${step} ${way}`, n);
    }
  }
  return { counted: written(counted), recounted: written(recounted) };
}
