import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db, Tx } from "@/db/client";

export type WorkflowCounts = { opened: number; open: number; resolved: number; settled: number };

/**
 * Cases by workflow: opened since a moment, open now, and of all that were settled how many were
 * resolved. Canceled cases settle nothing.
 */
export async function countByWorkflow(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  since: Instant,
): Promise<ReadonlyMap<string, WorkflowCounts>> {
  const rows = await db.execute<WorkflowCounts & { workflow: string }>(sql`
    select workflow,
      (count(*) filter (where opened_at >= ${toRfc3339(since)}::timestamptz))::int as opened,
      (count(*) filter (where status = 'open'))::int as open,
      (count(*) filter (where status = 'resolved'))::int as resolved,
      (count(*) filter (where status in ('resolved', 'expired')))::int as settled
    from cases where workspace_id = ${workspaceId} group by workflow`);
  return new Map(rows.map(({ workflow, ...counts }) => [workflow, counts]));
}

/** Open cases of one workflow version by the step they stand at. */
export async function countAtSteps(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
  version: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ step: string; n: number }>(sql`
    select step, count(*)::int as n from cases
    where workspace_id = ${workspaceId} and workflow = ${workflow} and version = ${version}
      and status = 'open' and step is not null
    group by step`);
  return new Map(rows.map(({ step, n }) => [step, n]));
}

/** Open cases of a workflow by version. */
export async function countByVersion(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.execute<{ version: number; n: number }>(sql`
    select version, count(*)::int as n from cases
    where workspace_id = ${workspaceId} and workflow = ${workflow} and status = 'open'
    group by version`);
  return new Map(rows.map(({ version, n }) => [version, n]));
}

export type VersionOutcome = { resolved: number; settled: number };

/** Settled cases of a workflow by version, and how many of them were resolved. Canceled cases settle nothing. */
export async function countOutcomes(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<ReadonlyMap<number, VersionOutcome>> {
  const rows = await db.execute<VersionOutcome & { version: number }>(sql`
    select version, (count(*) filter (where status = 'resolved'))::int as resolved,
      count(*)::int as settled
    from cases
    where workspace_id = ${workspaceId} and workflow = ${workflow}
      and status in ('resolved', 'expired')
    group by version`);
  return new Map(rows.map(({ version, ...outcome }) => [version, outcome]));
}

/** Open cases of these workflows by the stage they stand in, whichever version they follow. */
export async function countAtStages(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflows: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  if (workflows.length === 0) return new Map();
  const rows = await db.execute<{ workflow: string; stage: string; n: number }>(sql`
    select workflow, stage, count(*)::int as n from cases
    where workspace_id = ${workspaceId} and workflow = any(${sql.param([...workflows])}::text[])
      and status = 'open' and stage is not null
    group by workflow, stage`);
  const byWorkflow = Map.groupBy(rows, ({ workflow }) => workflow);
  return new Map(
    [...byWorkflow].map(([workflow, own]) => [
      workflow,
      new Map(own.map(({ stage, n }) => [stage, n])),
    ]),
  );
}

/** Open cases of a workflow by the step they stand at, whatever their version. */
export async function countAtStepsOfAll(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ step: string; n: number }>(sql`
    select step, count(*)::int as n from cases
    where workspace_id = ${workspaceId} and workflow = ${workflow} and status = 'open'
      and step is not null
    group by step`);
  return new Map(rows.map(({ step, n }) => [step, n]));
}
