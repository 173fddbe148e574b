import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { AcknowledgedAfter, TurnCounts } from "@/core/metrics/escalations";
import type { Period } from "@/core/metrics/period";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";

export const GROUPS_MAX = 500;
const REASONS_MAX = 20;

/** Which escalations are meant: told in the period, and of these. */
export type EscalationFilter = Period & {
  workflow?: string | undefined;
  version?: number | undefined;
  /** Whose people were asked. */
  team?: string | undefined;
  /** Of cases with a delivered message of the stage, on the channel, and so on. */
  stage?: string | undefined;
  channel?: string | undefined;
  topic?: string | undefined;
  locale?: string | undefined;
  arm?: string | undefined;
};

/** Limits to cases by what their facts say. */
function ofCases(workspaceId: WorkspaceId, caseId: SQL, filter: EscalationFilter): SQL {
  const { stage, channel, topic, locale, arm } = filter;
  const wanted = [
    ...(stage === undefined ? [] : [sql`f.stages @> array[${stage}]::text[]`]),
    ...(channel === undefined ? [] : [sql`f.channels @> array[${channel}]::text[]`]),
    ...(topic === undefined ? [] : [sql`f.topic = ${topic}`]),
    ...(locale === undefined ? [] : [sql`f.locale = ${locale}`]),
    ...(arm === undefined
      ? []
      : [sql`string_to_array(f.arm, ',') @> string_to_array(${arm}, ',')`]),
  ];
  if (wanted.length === 0) return sql``;
  return sql`and exists (select 1 from case_facts f where f.workspace_id = ${workspaceId}
    and f.case_id = ${caseId} and ${sql.join(wanted, sql` and `)})`;
}

export type Dimension = "level" | "target" | "team";

const at = (moment: Instant) => sql`to_timestamp(${moment} / 1000.0)`;

/** A case in a holdout climbs, but nobody is told. What its topic owes to people they get all the same. */
const isHeldOut = sql`coalesce((c.memory ->> 'holdout')::boolean, false) and not exists (
  select 1 from workflow_versions v
  join topics t on t.workspace_id = v.workspace_id and t.key = v.definition ->> 'topic'
  where v.workspace_id = c.workspace_id and v.workflow = c.workflow and v.version = c.version
    and t.required)`;

const wanted = (workspaceId: WorkspaceId, filter: EscalationFilter) => {
  const { from, to, workflow, version, team } = filter;
  return sql`e.workspace_id = ${workspaceId} and e.at >= ${at(from)} and e.at < ${at(to)}
    and not exists (select 1 from cases c
      where c.workspace_id = e.workspace_id and c.id = e.case_id and ${isHeldOut})
    ${workflow === undefined ? sql`` : sql`and e.workflow = ${workflow}`}
    ${version === undefined ? sql`` : sql`and e.version = ${version}`}
    ${team === undefined ? sql`` : sql`and e.team = ${team}`}
    ${ofCases(workspaceId, sql`e.case_id`, filter)}`;
};

const KEY: Record<Dimension, SQL> = {
  level: sql`e.level::text`,
  target: sql`e.target`,
  team: sql`e.team`,
};

/**
 * One row for each turn and key. A turn is acknowledged for a target or team by one of its own people, or
 * by somebody who is none of those told, such as an operator; otherwise another one was faster.
 */
const turns = (
  workspaceId: WorkspaceId,
  dimension: Dimension,
  filter: EscalationFilter,
): SQL => sql`
  select ${KEY[dimension]} as key, e.case_id, min(e.at) as at, max(e.deadline) as deadline,
    max(e.ended) as ended, max(e.ended_at) as ended_at,
    bool_or(cardinality(e.people) > 0 or e.why is null) as told,
    ${
      dimension === "level"
        ? sql`true`
        : sql`bool_or(e.ended_by = any(e.people)) or not exists (
            select 1 from escalations o where o.workspace_id = ${workspaceId}
              and o.case_id = e.case_id and o.visit = e.visit and max(e.ended_by) = any(o.people))`
    } as theirs
  from escalations e
  where ${wanted(workspaceId, filter)} and ${KEY[dimension]} is not null
  group by ${KEY[dimension]}, e.case_id, e.visit, e.level, e.lap`;

const ACKNOWLEDGED = sql`t.told and t.theirs and t.ended = 'acknowledged'`;

/** What became of the turns of climbs, by level, target or team; the most escalated first. */
export async function countEscalationTurns(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  dimension: Dimension,
  filter: EscalationFilter,
): Promise<TurnCounts[]> {
  const n = (when: SQL) => sql`count(*) filter (where ${when})::int`;
  const rows = await db.execute<TurnCounts>(sql`
    with t as (${turns(workspaceId, dimension, filter)})
    select t.key, ${n(sql`t.told`)} as escalated, ${n(ACKNOWLEDGED)} as acknowledged,
      ${n(sql`${ACKNOWLEDGED} and (t.deadline is null or t.ended_at <= t.deadline)`)}
        as "acknowledgedInTime",
      ${n(sql`t.told and t.ended is null`)} as waiting,
      ${n(sql`t.told and t.ended = 'climbed'`)} as climbed,
      ${n(sql`t.told and t.ended = 'exhausted'`)} as exhausted,
      ${n(sql`t.told and c.status = 'resolved'`)} as "resolvedAfter",
      ${n(sql`not t.told`)} as nobody
    from t join cases c on c.workspace_id = ${workspaceId} and c.id = t.case_id
    group by t.key
    order by ${dimension === "level" ? sql`t.key::int` : sql`escalated desc, t.key`}
    limit ${GROUPS_MAX}`);
  return [...rows];
}

/** Seconds until acknowledged, or for which nobody did, of the same turns; the fallback waits for nothing. */
export async function listAcknowledgedAfter(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  dimension: Dimension,
  filter: EscalationFilter,
  now: Instant,
): Promise<AcknowledgedAfter[]> {
  const rows = await db.execute<AcknowledgedAfter>(sql`
    with t as (${turns(workspaceId, dimension, filter)})
    select t.key,
      greatest(0, floor(date_part('epoch', coalesce(t.ended_at, ${at(now)}) - t.at)))::float8 as x,
      count(*) filter (where ${ACKNOWLEDGED})::int as events,
      count(*) filter (where not (${ACKNOWLEDGED}))::int as censored
    from t where t.told and t.deadline is not null
    group by 1, 2`);
  return [...rows];
}

export type EscalationTotals = {
  /** Opened in the period. */
  opened: number;
  /** Of these: brought somebody in by the plan. */
  escalated: number;
  /** Brought somebody in by hand only. */
  byHand: number;
  /** Should have brought somebody in, and found nobody. */
  failed: number;
  /** Over, or escalated, or failed to: what a rate can be taken of. */
  decided: number;
};

/** Cases by the day they were opened, so that a rate is of one cohort. */
export async function countEscalatedCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: EscalationFilter,
): Promise<EscalationTotals> {
  const { from, to, workflow, version, team } = filter;
  const [row] = await db.execute<EscalationTotals>(sql`
    with c as (
      select c.status,
        coalesce(e.told, false) as told, coalesce(e.auto, false) as auto,
        e.told is not null and not e.told as nobody
      from cases c
      left join lateral (
        select bool_or(cardinality(e.people) > 0 or e.why is null) as told,
          bool_or(not e.by_hand and (cardinality(e.people) > 0 or e.why is null)) as auto
        from escalations e where e.workspace_id = c.workspace_id and e.case_id = c.id
          ${team === undefined ? sql`` : sql`and e.team = ${team}`}) e on true
      where c.workspace_id = ${workspaceId} and c.opened_at >= ${at(from)} and c.opened_at < ${at(to)}
        and not (${isHeldOut})
        ${workflow === undefined ? sql`` : sql`and c.workflow = ${workflow}`}
        ${version === undefined ? sql`` : sql`and c.version = ${version}`}
        ${ofCases(workspaceId, sql`c.id`, filter)})
    select count(*)::int as opened, count(*) filter (where auto)::int as escalated,
      count(*) filter (where told and not auto)::int as "byHand",
      count(*) filter (where nobody)::int as failed,
      count(*) filter (where status <> 'open' or auto or nobody)::int as decided
    from c`);
  return row ?? { opened: 0, escalated: 0, byHand: 0, failed: 0, decided: 0 };
}

/** Why nobody, or not everybody, could be told; the most frequent first. */
export async function countUnavailable(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: EscalationFilter,
): Promise<{ why: string; target: string; n: number }[]> {
  const rows = await db.execute<{ why: string; target: string; n: number }>(sql`
    select e.why, e.target, count(*)::int as n from escalations e
    where ${wanted(workspaceId, filter)} and e.why is not null
    group by e.why, e.target order by n desc, e.target limit ${REASONS_MAX}`);
  return [...rows];
}
