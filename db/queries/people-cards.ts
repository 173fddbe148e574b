import { and, eq, inArray } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { teamMembers } from "@/db/schema/teams";

/** People on one page of a list; the others stay ids. */
const CARDS_MAX = 500;
const STAFF_MAX = 300;

export type PersonCard = { id: string; name: string | null; timeZone: string | null };

/** How these people are called and what their clock is, by id; unknown ones are left out. */
export async function findPeopleCards(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, PersonCard>> {
  const wanted = [...new Set(ids)].slice(0, CARDS_MAX);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name, timeZone: people.timeZone })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), inArray(people.id, wanted)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Members of any team, by name: who a case can be given to. */
export async function listStaff(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<{ id: string; name: string | null }[]> {
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(teamMembers)
    .innerJoin(
      people,
      and(eq(people.workspaceId, teamMembers.workspaceId), eq(people.id, teamMembers.personId)),
    )
    .where(eq(teamMembers.workspaceId, workspaceId))
    .orderBy(people.name, people.id)
    .limit(STAFF_MAX);
}
