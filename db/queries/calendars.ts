import { asc, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { calendars } from "@/db/schema/teams";

const CALENDARS_MAX = 500;

/** The calendars of a workspace by key. */
export async function listCalendars(db: Db | Tx, workspaceId: WorkspaceId) {
  return db
    .select()
    .from(calendars)
    .where(eq(calendars.workspaceId, workspaceId))
    .orderBy(asc(calendars.key))
    .limit(CALENDARS_MAX);
}

/** How many teams and people work by each calendar. */
export async function countCalendarUsers(
  db: Db,
  workspaceId: WorkspaceId,
): Promise<Map<string, { teams: number; people: number }>> {
  const rows = await db.execute<{ key: string; teams: number; people: number }>(sql`
    select key, sum(team)::int as teams, sum(person)::int as people from (
      select calendar as key, 1 as team, 0 as person from teams
        where workspace_id = ${workspaceId} and calendar is not null
      union all
      select calendar, 0, 1 from people
        where workspace_id = ${workspaceId} and calendar is not null) users
    group by key`);
  return new Map(rows.map(({ key, teams, people }) => [key, { teams, people }]));
}
