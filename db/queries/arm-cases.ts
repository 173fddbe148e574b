import { sql } from "drizzle-orm";
import type { CaseStatus } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { Period } from "@/core/metrics/period";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";

export type StoredArmCase = {
  unit: string;
  /** `step=arm`, joined by commas. */
  arm: string;
  version: number;
  openedAt: Instant;
  respondedAt: Instant | null;
  endedAt: Instant | null;
  status: CaseStatus;
  dueAt: Instant | null;
  escalatedAt: Instant | null;
  delivered: number;
  optedOut: number;
  complained: number;
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** Cases of a workflow that came to a split, oldest first. Who was erased is a person by each case. */
export const listArmCases = (
  db: Db,
  workspaceId: WorkspaceId,
  { workflow, period, limit }: { workflow: string; period: Period; limit: number },
): Promise<StoredArmCase[]> =>
  db.execute(sql`
    select coalesce(person_id, case_id::text) as unit, arm, version::int as version, status,
      ${ms("opened_at")} as "openedAt", ${ms("responded_at")} as "respondedAt",
      ${ms("ended_at")} as "endedAt", ${ms("due_at")} as "dueAt",
      ${ms("escalated_at")} as "escalatedAt",
      delivered, opted_out as "optedOut", complained
    from case_facts
    where workspace_id = ${workspaceId} and workflow = ${workflow} and arm <> ''
      and opened_at >= ${toRfc3339(period.from)}::timestamptz
      and opened_at < ${toRfc3339(period.to)}::timestamptz
    order by opened_at limit ${limit}`);

/** The last day on which a case was opened that came to a split and that retention has deleted; null without one. */
export async function lastRetiredArmDay(
  db: Db,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<string | null> {
  const [row] = await db.execute<{ day: string }>(sql`
    select day::text as day from rollup_retired
    where workspace_id = ${workspaceId} and measure = 'opened' and workflow = ${workflow}
      and arm <> ''
    order by rollup_retired.day desc limit 1`);
  return row?.day ?? null;
}
