import { and, asc, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { PersonSort } from "@/core/filter/person-fields";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { decodeCursor, microsOf, type Page, type PageOf, pageOf } from "./page";
import type { PersonRow } from "./people";
import { type PersonClause, personClauseSql } from "./person-clauses";

/** Languages and managers that are offered to choose from; others are typed. */
const VALUES_MAX = 300;

export type PeoplePage = Page & { by: PersonSort; desc: boolean };

const Cursor = z.tuple([z.string().max(1_024), z.string().max(256)]);
const Micros = z.tuple([z.string().regex(/^\d{1,18}$/), z.string().max(256)]);

/** How people are called, as the index has it. */
const byName = sql<string>`lower(coalesce(${people.name}, ${people.id}))`;

/** The people of a workspace for whom all clauses hold, in the order asked for. */
export async function listPeopleBy(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  clauses: readonly PersonClause[],
  page: PeoplePage,
): Promise<PageOf<PersonRow>> {
  const isByName = page.by === "name";
  const order = (by: SQL): SQL => (page.desc ? desc(by) : asc(by));
  const column = isByName ? byName : sql`${people.createdAt}`;
  const rows = await db
    .select({
      ...getTableColumns(people),
      place: isByName ? byName : microsOf(sql`${people.createdAt}`),
    })
    .from(people)
    .where(and(here(workspaceId, clauses), beyond(page, column)))
    .orderBy(order(column), order(sql`${people.id}`))
    .limit(page.limit + 1);
  const cut = pageOf(rows, page.limit, ({ place, id }) => [place, id]);
  return { ...cut, rows: cut.rows.map(({ place: _, ...row }) => row) };
}

function beyond(page: PeoplePage, column: SQL): SQL | undefined {
  if (page.cursor === undefined) return undefined;
  const isByName = page.by === "name";
  const [place, id] = decodeCursor(page.cursor, isByName ? Cursor : Micros);
  const value = isByName
    ? sql`${place}::text`
    : sql`timestamptz 'epoch' + ${place} * interval '1 microsecond'`;
  const sign = page.desc ? sql`<` : sql`>`;
  return sql`(${column}, ${people.id}) ${sign} (${value}, ${id}::text)`;
}

const here = (workspaceId: WorkspaceId, clauses: readonly PersonClause[]): SQL | undefined =>
  and(
    eq(people.workspaceId, workspaceId),
    isNull(people.erasedAt),
    ...clauses.map((clause) => personClauseSql(workspaceId, clause)),
  );

/** Ids of the people for whom all clauses hold, at most `max`. */
export async function listPeopleIds(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  clauses: readonly PersonClause[],
  max: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(here(workspaceId, clauses))
    .limit(max);
  return rows.map(({ id }) => id);
}

/** For how many people all clauses hold, counted up to `max`. */
export async function countPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  clauses: readonly PersonClause[],
  max: number,
): Promise<number> {
  const some = db
    .select({ id: people.id })
    .from(people)
    .where(here(workspaceId, clauses))
    .limit(max);
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${some} as found`,
  );
  return rows[0]?.n ?? 0;
}

/** These people, by name; unknown and erased ones are left out. */
export async function findPeople(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(people)
    .where(and(here(workspaceId, []), inArray(people.id, [...ids])))
    .orderBy(byName, asc(people.id));
}

/** The languages people speak and the ids of their managers, as far as they are known. */
export async function listPeopleValues(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<{ languages: string[]; managers: string[] }> {
  const rows = await db.execute<{ locale: string | null; manager: string | null }>(sql`
    select locale, manager_id as manager from people
    where workspace_id = ${workspaceId} and erased_at is null
    group by grouping sets ((locale), (manager_id))
    having locale is not null or manager_id is not null
    order by locale, manager_id limit ${2 * VALUES_MAX}`);
  return {
    languages: rows.flatMap(({ locale }) => locale ?? []).slice(0, VALUES_MAX),
    managers: rows.flatMap(({ manager }) => manager ?? []).slice(0, VALUES_MAX),
  };
}
