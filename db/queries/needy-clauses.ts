import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";

/** Whose escalations are meant; `everybody` for an operator who is none of the workspace's people. */
export type Whose = { personId: string; teams: readonly string[] } | "everybody";

/** What the cases of a storm have in common. */
export type StormOf = {
  workflow: string;
  level: number;
  ownerPersonId: string | null;
  ownerTeam: string | null;
};

/** Escalations nobody has taken on yet, of these people; and what no clock brings on, of anybody. */
export function needsSomebody(workspaceId: WorkspaceId, whose: Whose): SQL {
  const theirs =
    whose === "everybody"
      ? sql`true`
      : sql`(c.owner_person_id = ${whose.personId}
          or c.owner_team = any(${sql.param([...whose.teams])}::text[]))`;
  return sql`c.workspace_id = ${workspaceId} and c.status = 'open'
    and (c.level > 0 or c.waiting_for in ('due_date', 'operator') or c.fault is not null)
    and (c.fault is not null or c.waiting_for in ('due_date', 'operator')
      or (c.level > 0 and c.acknowledged_at is null and ${theirs}))`;
}

/** Needed for nothing but its escalation: what is held or set aside is looked at one by one. */
export const isOnlyEscalated: SQL = sql`(c.fault is null
  and (c.waiting_for is null or c.waiting_for not in ('due_date', 'operator')))`;

/** Not a case of one of these storms. */
export function outside(storms: readonly StormOf[]): SQL {
  if (storms.length === 0) return sql`true`;
  const column = (name: keyof StormOf) => sql.param(storms.map((storm) => storm[name]));
  return sql`not (${isOnlyEscalated} and exists (
    select 1 from unnest(${column("workflow")}::text[], ${column("level")}::int[],
      ${column("ownerPersonId")}::text[], ${column("ownerTeam")}::text[])
      as storm(workflow, level, person, team)
    where storm.workflow = c.workflow and storm.level = c.level
      and storm.person is not distinct from c.owner_person_id
      and storm.team is not distinct from c.owner_team))`;
}
