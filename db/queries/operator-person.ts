import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";

/** Who an operator is among the workspace's people, and the teams that person is in. */
export type Me = { personId: string | null; teams: readonly string[] };

/** The person the membership names, else the one with the operator's email address. */
export async function findMe(db: Db, workspaceId: WorkspaceId, operatorId: string): Promise<Me> {
  const [row] = await db.execute<{ personId: string | null; teams: string[] }>(sql`
    with me as (
      select coalesce(m.person_id, (
        select c.person_id from contact_points c
        where c.workspace_id = m.workspace_id and c.channel = 'email' and c.address = o.email
        order by c.created_at, c.person_id limit 1)) as id
      from workspace_members m join operators o on o.id = m.operator_id
      where m.workspace_id = ${workspaceId} and m.operator_id = ${operatorId})
    select me.id as "personId", array(
      select t.team from team_members t
      where t.workspace_id = ${workspaceId} and t.person_id = me.id order by 1) as teams
    from me`);
  return row ?? { personId: null, teams: [] };
}
