import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { calendars, teams } from "@/db/schema/teams";

/** People a way up is followed over, whatever it holds. */
const CHAIN_MAX = 100;

/**
 * Holds who stands above whom in a workspace, people and departments, until the transaction ends:
 * two changes that are fine each cannot make a circle together. Taken before any row of theirs.
 */
export async function holdOrg(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('org ' || ${workspaceId}::text, 0))`,
  );
}

/** The stored managers of these people and of everybody above them, by id. */
export async function managersAbove(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, { name: string | null; managerId: string | null }>> {
  const rows = await tx.execute<{ id: string; name: string | null; managerId: string | null }>(sql`
    with recursive up as (
      select id, name, manager_id from people
      where workspace_id = ${workspaceId} and id = any(${sql.param([...ids])}::text[])
      union
      select p.id, p.name, p.manager_id from people p
      join up on p.workspace_id = ${workspaceId} and p.id = up.manager_id)
    select id, name, manager_id as "managerId" from up`);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** The ids of a person's managers, nearest first, erased ones left out; a circle is walked once. */
export async function managerChain(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive up as (
      select id, manager_id, 0 as n, array[id] as path from people
      where workspace_id = ${workspaceId} and id = ${personId}
      union all
      select p.id, p.manager_id, up.n + 1, up.path || p.id from people p
      join up on p.workspace_id = ${workspaceId} and p.id = up.manager_id
      where p.erased_at is null and not p.id = any(up.path) and up.n < ${CHAIN_MAX})
    select id from up where n > 0 order by n`);
  return rows.map(({ id }) => id);
}

/** Every department with the one it belongs to. */
export async function teamParents(
  tx: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<Map<string, string | null>> {
  const rows = await tx
    .select({ key: teams.key, parent: teams.parent })
    .from(teams)
    .where(eq(teams.workspaceId, workspaceId));
  return new Map(rows.map(({ key, parent }) => [key, parent]));
}

/** The departments that belong to this one. */
export async function childrenOfTeam(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<string[]> {
  const rows = await tx
    .select({ key: teams.key })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.parent, key)))
    .orderBy(asc(teams.key));
  return rows.map((row) => row.key);
}

/** Which of these calendars exist. */
export async function knownCalendars(
  tx: Tx,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ key: calendars.key })
    .from(calendars)
    .where(and(eq(calendars.workspaceId, workspaceId), inArray(calendars.key, [...keys])));
  return new Set(rows.map(({ key }) => key));
}

/** Which of these people there are. */
export async function knownPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.workspaceId, workspaceId),
        inArray(people.id, [...ids]),
        isNull(people.erasedAt),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Every team. */
export async function listAllTeams(db: Db | Tx, workspaceId: WorkspaceId) {
  return db.select().from(teams).where(eq(teams.workspaceId, workspaceId)).orderBy(asc(teams.key));
}

/** Who has these addresses, by address in small letters. */
export async function peopleByEmail(
  tx: Db | Tx,
  workspaceId: WorkspaceId,
  emails: readonly string[],
): Promise<Map<string, string[]>> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  // Apart from people: joined, statistics that are not there yet make it minutes for ten thousand.
  const rows = await tx.execute<{ email: string; id: string }>(sql`
    select lower(address) as email, person_id as id from contact_points
    where workspace_id = ${workspaceId} and channel = 'email'
      and lower(address) = any(${sql.param(wanted)}::text[])
    group by 1, 2`);
  const known = await knownPeople(tx, workspaceId, [...new Set(rows.map(({ id }) => id))]);
  const found = Map.groupBy(
    rows.filter(({ id }) => known.has(id)),
    ({ email }) => email,
  );
  return new Map([...found].map(([email, same]) => [email, same.map(({ id }) => id)]));
}

/** People of the org: who has a manager, is one, leads a team or is in one; by name. */
export async function listOrgPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<{ id: string; name: string | null; managerId: string | null }[]> {
  return db.execute<{ id: string; name: string | null; managerId: string | null }>(sql`
    with staff as (
      select manager_id as id from people
      where workspace_id = ${workspaceId} and erased_at is null and manager_id is not null
      union select person_id from team_members where workspace_id = ${workspaceId}
      union select lead_id from teams where workspace_id = ${workspaceId} and lead_id is not null)
    select p.id, p.name, p.manager_id as "managerId" from people p
    where p.workspace_id = ${workspaceId} and p.erased_at is null
      and (p.manager_id is not null or p.id in (select id from staff))
    order by lower(coalesce(p.name, p.id)), p.id limit ${limit}`);
}
