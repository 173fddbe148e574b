import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db, Tx } from "@/db/client";

/** How much stands with one helper, in cases. */
export type HelperLoad = {
  personId: string;
  /** Open ones they own. */
  owned: number;
  /** Of these: taken by them, and not resolved. */
  acknowledged: number;
  /** Open ones of which they were told, and which wait for somebody to acknowledge. */
  waiting: number;
  /** Of which they were told since then. */
  told: number;
};

/** The load of these people, each by an index of theirs; who has none has zeros. */
export async function loadOfHelpers(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
  toldSince: Instant,
): Promise<ReadonlyMap<string, HelperLoad>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.execute<HelperLoad>(sql`
    with helper as (select unnest(${sql.param([...personIds])}::text[]) as id),
    waiting as (
      select person.id, count(distinct e.case_id)::int as n
      from escalations e
      cross join unnest(e.people) as person(id)
      join cases c on c.workspace_id = e.workspace_id and c.id = e.case_id
      where e.workspace_id = ${workspaceId} and e.ended is null and e.deadline is not null
        and c.status = 'open' and c.waiting_for = 'acknowledgement'
        and person.id = any(${sql.param([...personIds])}::text[])
        and not coalesce(c.memory -> 'climb' -> 'acknowledged' ? person.id, false)
      group by person.id)
    select helper.id as "personId", own.owned, own.acknowledged,
      coalesce(waiting.n, 0) as waiting, told.n as told
    from helper
    left join waiting on waiting.id = helper.id
    cross join lateral (
      select count(*)::int as owned,
        count(*) filter (where c.acknowledged_at is not null)::int as acknowledged
      from cases c
      where c.workspace_id = ${workspaceId} and c.owner_person_id = helper.id
        and c.status = 'open') own
    cross join lateral (
      select count(distinct m.case_id)::int as n
      from messages m
      where m.workspace_id = ${workspaceId} and m.person_id = helper.id
        and m.request ->> 'audience' = 'escalation'
        and coalesce(m.sent_at, m.attempt_at) >= ${toRfc3339(toldSince)}::timestamptz
        and m.sent_at is not null) told`);
  return new Map(rows.map((row) => [row.personId, row]));
}
