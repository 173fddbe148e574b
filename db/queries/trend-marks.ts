import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Period } from "@/core/metrics/period";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { NO_WORKSPACE } from "./provider-health";

/** Of each kind, the newest; a trend with more marks than these cannot be read. */
const MARKS_MAX = 100;

/** What happened in a period, of one workflow or of all. */
export type MarkFilter = Period & { workflow?: string | undefined };

const at = (moment: Instant) => sql`to_timestamp(${moment} / 1000.0)`;
const ms = sql.raw("extract(epoch from at) * 1000");

export type VersionMark = { at: number; workflow: string; version: number; note: string | null };

/** Versions that were published. */
export async function listPublished(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  { from, to, workflow }: MarkFilter,
): Promise<VersionMark[]> {
  const rows = await db.execute<VersionMark>(sql`
    select (extract(epoch from published_at) * 1000)::float8 as at, workflow, version, note
    from workflow_versions
    where workspace_id = ${workspaceId} and published_at >= ${at(from)} and published_at < ${at(to)}
      ${workflow === undefined ? sql`` : sql`and workflow = ${workflow}`}
    order by published_at desc limit ${MARKS_MAX}`);
  return [...rows];
}

export type PauseMark = { at: number; workflow: string; paused: boolean };

/** Workflows that were paused or resumed. Their entries are found by the workflows' own keys. */
export async function listPauses(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  { from, to, workflow }: MarkFilter,
): Promise<PauseMark[]> {
  const rows = await db.execute<PauseMark>(sql`
    select (${ms})::float8 as at, target as workflow, action = 'workflow.paused' as paused
    from audit_log
    where workspace_id = ${workspaceId} and action in ('workflow.paused', 'workflow.resumed')
      and target in (select key from workflows where workspace_id = ${workspaceId}
        ${workflow === undefined ? sql`` : sql`and key = ${workflow}`})
      and at >= ${at(from)} and at < ${at(to)}
    order by at desc limit ${MARKS_MAX}`);
  return [...rows];
}

export type IncidentMark = { at: number; provider: string };

/** Providers that are down and went down in the period. */
export async function listIncidents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  { from, to }: Period,
): Promise<IncidentMark[]> {
  const rows = await db.execute<IncidentMark>(sql`
    select (extract(epoch from opened_at) * 1000)::float8 as at, provider from provider_health
    where workspace_id in (${workspaceId}, ${NO_WORKSPACE}) and state <> 'closed'
      and opened_at >= ${at(from)} and opened_at < ${at(to)}
    order by opened_at desc limit ${MARKS_MAX}`);
  return [...rows];
}

export type NoteMark = { id: string; day: string; workflow: string | null; text: string };

/** What operators wrote beside these days, `2026-11-23`: of the workflow, or of all. */
export async function listTrendNotes(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  { first, last, workflow }: { first: string; last: string; workflow?: string | undefined },
): Promise<NoteMark[]> {
  const rows = await db.execute<NoteMark>(sql`
    select id, day::text as day, workflow, text from trend_notes
    where workspace_id = ${workspaceId} and day between ${first} and ${last}
      ${workflow === undefined ? sql`` : sql`and (workflow is null or workflow = ${workflow})`}
    order by day desc, at desc limit ${MARKS_MAX}`);
  return [...rows];
}
