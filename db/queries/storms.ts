import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { isOnlyEscalated, needsSomebody, type StormOf, type Whose } from "./needy-clauses";

/** Up to here escalations are rows of their own; more of one kind are one row. */
export const ALONE_MAX = 5;
/** Escalations looked at; beyond it a storm counts as at least so many. */
const READ_MAX = 10_000;
const STORMS_MAX = 20;

export type Storm = StormOf & {
  workflowName: string | null;
  n: number;
  /** There are more than were looked at. */
  isMore: boolean;
  /** When the first of them was told; null where no level was noted. */
  since: Date | null;
};

/** Escalations of one workflow at one level with one owner, where they are too many for rows of their own. */
export async function listStorms(db: Db, workspaceId: WorkspaceId, whose: Whose): Promise<Storm[]> {
  const rows = await db.execute<Omit<Storm, "since"> & { since: string | null }>(sql`
    with needy as materialized (
      select c.id, c.workflow, c.level, c.owner_person_id, c.owner_team from cases c
      where ${needsSomebody(workspaceId, whose)} and ${isOnlyEscalated}
      limit ${READ_MAX + 1}),
    storm as materialized (
      select workflow, level, owner_person_id, owner_team, count(*)::int as n from needy
      group by workflow, level, owner_person_id, owner_team having count(*) > ${ALONE_MAX}
      order by level desc, n desc, workflow limit ${STORMS_MAX})
    select s.workflow, w.name as "workflowName", s.level, s.owner_person_id as "ownerPersonId",
      s.owner_team as "ownerTeam", s.n, (select count(*) from needy) > ${READ_MAX} as "isMore",
      (select min(e.at) from needy c
        join escalations e on e.workspace_id = ${workspaceId} and e.case_id = c.id
          and e.level = c.level and e.ended is null
        where c.workflow = s.workflow and c.level = s.level
          and c.owner_person_id is not distinct from s.owner_person_id
          and c.owner_team is not distinct from s.owner_team) as since
    from storm s left join workflows w on w.workspace_id = ${workspaceId} and w.key = s.workflow
    order by s.level desc, s.n desc, s.workflow`);
  return rows.map(({ since, ...storm }) => ({
    ...storm,
    since: since === null ? null : new Date(since),
  }));
}
