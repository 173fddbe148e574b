import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";

/** Events further back than this are not looked at for their fields. */
const EVENTS_LOOKED_AT = 5_000;
const NAMES_MAX = 60;
const LATEST_PER_NAME = 50;
/** Larger data says no more about its fields. */
const DATA_BYTES_MAX = 32 * 1024;
const PEOPLE_SHOWN = 30;
const CASES_LOOKED_AT = 500;
const PEOPLE_ASKED = 1_000;

/** The data of the latest events by name, newest first; of names the definition uses, or came last. */
export async function latestEvents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  named: readonly string[],
): Promise<Map<string, unknown[]>> {
  const rows = await db.execute<{ name: string; data: unknown }>(sql`
    with latest as (
      select name, id from events where workspace_id = ${workspaceId}
      order by id desc limit ${EVENTS_LOOKED_AT}),
    names as (
      select name from latest group by name
      order by (name = any(${sql.param([...named])}::text[])) desc, max(id::text) desc
      limit ${NAMES_MAX}),
    numbered as (
      select l.name, l.id, row_number() over (partition by l.name order by l.id desc) as n
      from latest l join names using (name))
    select e.name, e.data from numbered l
    join events e on e.workspace_id = ${workspaceId} and e.id = l.id
    where l.n <= ${LATEST_PER_NAME} and pg_column_size(e.data) <= ${DATA_BYTES_MAX}
    order by e.id desc`);
  const byName = Map.groupBy(rows, ({ name }) => name);
  return new Map([...byName].map(([name, list]) => [name, list.map(({ data }) => data)]));
}

/** Which of these names ever came; looked for only where the latest events do not say it. */
export async function everCame(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db.execute<{ name: string }>(sql`
    select n.name from unnest(${sql.param([...names])}::text[]) as n(name)
    where exists (select 1 from events e where e.workspace_id = ${workspaceId} and e.name = n.name)`);
  return rows.map(({ name }) => name);
}

export type PersonShown = {
  id: string;
  name: string | null;
  timeZone: string | null;
  locale: string | null;
  city: string | null;
};

/** The people of the latest cases, and where there is no case yet those added last. */
export async function latestPeople(db: Db | Tx, workspaceId: WorkspaceId): Promise<PersonShown[]> {
  const rows = await db.execute<PersonShown>(sql`
    with lately as (
      select person_id, max(id::text) as last from (
        select person_id, id from cases where workspace_id = ${workspaceId}
        order by id desc limit ${CASES_LOOKED_AT}) c
      group by person_id order by last desc limit ${PEOPLE_SHOWN}),
    added as (
      select id as person_id, '' as last from people
      where workspace_id = ${workspaceId} and erased_at is null
        and not exists (select 1 from lately)
      order by created_at desc limit ${PEOPLE_SHOWN})
    select p.id, p.name, p.time_zone as "timeZone", p.locale, p.location ->> 'city' as city
    from (select * from lately union all select * from added) l
    join people p on p.workspace_id = ${workspaceId} and p.id = l.person_id
    where p.erased_at is null
    order by l.last desc, p.created_at desc`);
  return [...rows];
}

/** The quiet hours of more than half of the people added last; null where there are none such. */
export async function commonQuietHours(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<{ from: string; to: string } | null> {
  const rows = await db.execute<{ from: string; to: string }>(sql`
    with asked as (
      select id, quiet_hours from people
      where workspace_id = ${workspaceId} and erased_at is null
      order by created_at desc limit ${PEOPLE_ASKED})
    select q ->> 'from' as "from", q ->> 'to' as "to"
    from asked, jsonb_array_elements(
      case jsonb_typeof(quiet_hours) when 'array' then quiet_hours else '[]'::jsonb end) q
    group by 1, 2
    having count(distinct id) * 2 > (select count(*) from asked)
    order by count(distinct id) desc limit 1`);
  return rows[0] ?? null;
}
