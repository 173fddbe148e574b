import { sql } from "drizzle-orm";
import type { WaitingFor } from "@/core/case/state";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { DAY_MS, HOUR_MS, type Instant, toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";
import { needsSomebody, outside, type StormOf, type Whose } from "./needy-clauses";

/** Cases shown of those that need somebody; the others are counted. */
export const NEEDS_SHOWN_MAX = 20;
/** Counting stops here: beyond it the exact number helps nobody. */
export const NEEDS_COUNTED_MAX = 1_000;
const GROUPS_MAX = 50;
const WORKFLOWS_MAX = 50;
export const PLANNED_HOURS = 24;

export type NeedyCase = {
  id: string;
  number: number;
  subject: string;
  revision: number;
  personId: string;
  personName: string | null;
  timeZone: string | null;
  workflow: string;
  why: "escalated" | "due_date" | "operator" | "fault";
  level: number;
  ownerPersonId: string | null;
  ownerTeam: string | null;
  acknowledged: boolean;
  snoozedUntil: Date | null;
  dueAt: Date | null;
  nextActionAt: Date | null;
};

const text = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

/** The cases that wait for an operator, worst first, without those that are told of as a storm. */
export async function listNeedyCases(
  db: Db,
  workspaceId: WorkspaceId,
  whose: Whose,
  storms: readonly StormOf[] = [],
): Promise<NeedyCase[]> {
  const rows = await db.execute<
    NeedyCase & Record<"snoozedUntil" | "dueAt" | "nextActionAt", string | null>
  >(
    sql`
    select c.id, c.number, c.subject, c.revision, c.person_id as "personId", p.name as "personName",
      p.time_zone as "timeZone", c.workflow, c.level, c.owner_person_id as "ownerPersonId",
      c.owner_team as "ownerTeam", c.acknowledged_at is not null as acknowledged,
      c.snoozed_until as "snoozedUntil", c.due_at as "dueAt", c.next_action_at as "nextActionAt",
      case when c.fault is not null then 'fault' when c.waiting_for in ('due_date', 'operator')
        then c.waiting_for else 'escalated' end as why
    from cases c left join people p on p.workspace_id = c.workspace_id and p.id = c.person_id
    where ${needsSomebody(workspaceId, whose)} and ${outside(storms)}
    order by c.fault is null, c.level desc, c.due_at nulls last, c.id limit ${NEEDS_SHOWN_MAX}`,
  );
  const moment = (stored: string | null) => (stored === null ? null : new Date(stored));
  return rows.map((row) => ({
    ...row,
    snoozedUntil: moment(row.snoozedUntil),
    dueAt: moment(row.dueAt),
    nextActionAt: moment(row.nextActionAt),
  }));
}

/** How many there are outside of the storms, counted up to `NEEDS_COUNTED_MAX`. */
export async function countNeedyCases(
  db: Db,
  workspaceId: WorkspaceId,
  whose: Whose,
  storms: readonly StormOf[] = [],
): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from cases c where ${needsSomebody(workspaceId, whose)} and ${outside(storms)}
      limit ${NEEDS_COUNTED_MAX}) as found`);
  return row?.n ?? 0;
}

export type HeldGroup = { code: string; n: number; until: Date | null };

/** Held messages by reason, without those that leave by themselves when a clock says so. */
export async function listHeld(
  db: Db,
  workspaceId: WorkspaceId,
  byClock: readonly string[],
): Promise<HeldGroup[]> {
  const rows = await db.execute<{ code: string; n: number; until: string | null }>(sql`
    select code, count(*)::int as n, min(deliver_at) as until from messages
    where workspace_id = ${workspaceId} and status = 'held' and code is not null
      and code <> all(${text(byClock)})
    group by code order by n desc limit ${GROUPS_MAX}`);
  return rows.map(({ until, ...row }) => ({
    ...row,
    until: until === null ? null : new Date(until),
  }));
}

export type FailingChannel = { channel: Channel; code: string | null; n: number; lastAt: Date };

/** Messages that failed, or whose end nobody knows, since a moment, by channel and reason. */
export async function listFailing(
  db: Db,
  workspaceId: WorkspaceId,
  since: Instant,
): Promise<FailingChannel[]> {
  const rows = await db.execute<Omit<FailingChannel, "lastAt"> & { lastAt: string }>(sql`
    select channel, code, count(*)::int as n, max(decided_at) as "lastAt" from messages
    where workspace_id = ${workspaceId} and status in ('failed', 'unknown')
      and decided_at >= ${toRfc3339(since)}::timestamptz
    group by channel, code order by n desc limit ${GROUPS_MAX}`);
  return rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: new Date(lastAt) }));
}

/** Messages in the queue by the hour they leave in, counted from `from`; what is late counts as the first. */
export async function countQueuedByHour(
  db: Db,
  workspaceId: WorkspaceId,
  from: Instant,
): Promise<{ hour: number; n: number }[]> {
  const start = sql`${toRfc3339(from)}::timestamptz`;
  const end = sql`${toRfc3339(from + PLANNED_HOURS * HOUR_MS)}::timestamptz`;
  // Two halves, because either clock has an index of its own.
  return db.execute<{ hour: number; n: number }>(sql`
    select greatest(0, floor(extract(epoch from deliver_at - ${start}) / 3600))::int as hour,
      count(*)::int as n
    from (
      select deliver_at from messages where workspace_id = ${workspaceId}
        and deliver_at is not null and not test_clock and deliver_at < ${end}
      union all
      select deliver_at from messages where workspace_id = ${workspaceId}
        and deliver_at is not null and test_clock and deliver_at < ${end}) as queued
    group by 1`);
}

export type WaitingGroup = {
  workflow: string;
  version: number;
  pc: number;
  waitingFor: WaitingFor;
  hour: number;
  n: number;
};

/** Open cases whose next moment comes within the hours, by where they stand and the hour. */
export async function countNextByHour(
  db: Db,
  workspaceId: WorkspaceId,
  from: Instant,
): Promise<WaitingGroup[]> {
  const start = sql`${toRfc3339(from)}::timestamptz`;
  return db.execute<WaitingGroup>(sql`
    select workflow, version, pc, waiting_for as "waitingFor",
      greatest(0, floor(extract(epoch from next_action_at - ${start}) / 3600))::int as hour,
      count(*)::int as n
    from cases
    where workspace_id = ${workspaceId} and next_action_at is not null
      and next_action_at < ${toRfc3339(from + PLANNED_HOURS * HOUR_MS)}::timestamptz
      and status = 'open' and waiting_for is not null
    group by 1, 2, 3, 4, 5`);
}

export type AnsweredDay = {
  workflow: string;
  name: string;
  day: string;
  opened: number;
  answered: number;
};

/**
 * Cases of each live workflow that opened on the last `days` days of a zone, and how many of them
 * have had an answer by now. `byId` reads along the ids, which come from the machine's clock: not where
 * a test clock rules.
 */
export async function countAnsweredByDay(
  db: Db,
  workspaceId: WorkspaceId,
  { since, zone, byId }: { since: Instant; zone: string; byId: boolean },
): Promise<AnsweredDay[]> {
  const newer = byId ? sql`and c.id >= ${uuidv7(since - DAY_MS, new Uint8Array(10))}::uuid` : sql``;
  return db.execute<AnsweredDay>(sql`
    select w.key as workflow, w.name,
      to_char(c.opened_at at time zone ${zone}::text, 'YYYY-MM-DD') as day,
      count(*)::int as opened, count(c.first_response_at)::int as answered
    from (select key, name from workflows
      where workspace_id = ${workspaceId} and status = 'live' order by name
      limit ${WORKFLOWS_MAX}) w
    join cases c on c.workspace_id = ${workspaceId} and c.workflow = w.key
      and c.opened_at >= ${toRfc3339(since)}::timestamptz ${newer}
    group by 1, 2, 3`);
}

/** Whether anything was ever set up here: a case, a workflow. */
export async function readBeginnings(
  db: Db,
  workspaceId: WorkspaceId,
): Promise<{ cases: boolean; workflows: boolean }> {
  const [row] = await db.execute<{ cases: boolean; workflows: boolean }>(sql`
    select exists (select 1 from cases where workspace_id = ${workspaceId}) as cases,
      exists (select 1 from workflows where workspace_id = ${workspaceId}) as workflows`);
  return row ?? { cases: false, workflows: false };
}

/** When a worker last gave a sign of life; null when none ever did. */
export async function readHeartbeat(db: Db): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(
    sql`select max(heartbeat_at) as at from workers`,
  );
  return row?.at ? new Date(row.at) : null;
}
