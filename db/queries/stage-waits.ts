import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Period } from "@/core/metrics/period";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";

/** How long one case waited after the first message of a stage. */
export type StageWait = { stage: string; hours: number; isAnswered: boolean };

/**
 * From the first delivered message of each stage to its person, to the response, the next stage's first
 * message, the end or `now`, whichever is first. Of the newest `limit` cases that were opened in the period.
 */
export const listStageWaits = (
  db: Db,
  workspaceId: WorkspaceId,
  of: {
    workflow: string;
    version: number | undefined;
    period: Period;
    now: Instant;
    limit: number;
  },
): Promise<StageWait[]> =>
  db.execute<StageWait>(sql`
    with f as (
      select case_id, responded_at, ended_at from case_facts
      where workspace_id = ${workspaceId} and workflow = ${of.workflow} and not holdout
        and (${of.version ?? null}::int is null or version = ${of.version ?? null}::int)
        and opened_at >= ${toRfc3339(of.period.from)}::timestamptz
        and opened_at < ${toRfc3339(of.period.to)}::timestamptz
      order by opened_at desc limit ${of.limit}),
    began as (
      select m.case_id, m.stage, min(coalesce(m.sent_at, m.delivered_at, m.planned_at)) as at
      from messages m join f on f.case_id = m.case_id
      where m.workspace_id = ${workspaceId} and m.stage is not null and m.status in ('sent', 'delivered')
        and m.request ->> 'audience' = 'person' and m.request ->> 'ending' is distinct from 'true'
      group by 1, 2),
    until as (
      select began.stage, began.at, f.responded_at, least(coalesce(f.ended_at, 'infinity'),
        coalesce(lead(began.at) over (partition by began.case_id order by began.at), 'infinity'),
        ${toRfc3339(of.now)}::timestamptz) as at_most
      from began join f on f.case_id = began.case_id)
    select stage, coalesce(responded_at <= at_most, false) as "isAnswered",
      (extract(epoch from least(responded_at, at_most) - at) / 3600)::float8 as hours
    from until where at <= least(responded_at, at_most)`);
