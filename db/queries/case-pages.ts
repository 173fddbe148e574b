import { and, asc, desc, getTableColumns, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { z } from "zod";
import { CASE_STATUSES, type CaseStatus } from "@/core/case/state";
import type { CaseSort } from "@/core/filter/case-fields";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { type CaseListFilter, type CaseListRow, caseConditions } from "./cases";
import { decodeCursor, microsOf, type Page, type PageOf, pageOf } from "./page";

const NONE = "";
const SortCursor = z.tuple([z.string().regex(/^\d{0,18}$/), z.uuid()]);
type SortCursor = z.infer<typeof SortCursor>;

const MOMENTS = { due: cases.dueAt, next: cases.nextActionAt } as const;

export type CasesPage = Page & { by: CaseSort; desc: boolean };

type Sorted = CaseListRow & { micros: string | null };

/**
 * The cases of a workspace that a filter lets through, in the order asked for; those without the
 * moment come last either way. Each order reads an index from where the page before ended.
 */
export async function listCasesBy(
  db: Db,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  page: CasesPage,
): Promise<PageOf<CaseListRow>> {
  const after = page.cursor === undefined ? undefined : decodeCursor(page.cursor, SortCursor);
  const rows =
    page.by === "due" || page.by === "next"
      ? await byMoment(db, workspaceId, filter, { ...page, by: page.by }, after)
      : await byNumber(db, workspaceId, filter, page, after);
  const cut = pageOf(rows, page.limit, ({ micros, id }) => [micros ?? NONE, id]);
  return { ...cut, rows: cut.rows.map(({ micros: _, ...row }) => row) };
}

type Reads = Omit<CasesPage, "by">;

async function byNumber(
  db: Db,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  page: CasesPage,
  after: SortCursor | undefined,
): Promise<Sorted[]> {
  const isNumber = page.by === "number";
  const column = isNumber ? cases.number : cases.id;
  const last = after && (isNumber ? sql`${after[0]}::int` : sql`${after[1]}::uuid`);
  const beyond = last && (page.desc ? sql`${column} < ${last}` : sql`${column} > ${last}`);
  return db
    .select({ ...getTableColumns(cases), micros: sql<string>`${cases.number}::text` })
    .from(cases)
    .where(and(...caseConditions(workspaceId, filter), beyond))
    .orderBy(page.desc ? desc(column) : asc(column))
    .limit(page.limit + 1);
}

/** First the cases that have the moment, then, newest first, those that do not. */
async function byMoment(
  db: Db,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  page: Reads & { by: keyof typeof MOMENTS },
  after: SortCursor | undefined,
): Promise<Sorted[]> {
  const column = MOMENTS[page.by];
  const wanted = page.limit + 1;
  const set = after?.[0] === NONE ? [] : await withMoment(db, workspaceId, filter, page, after);
  if (set.length >= wanted) return set;
  const last = after?.[0] === NONE ? sql`${cases.id} < ${after[1]}::uuid` : undefined;
  const unset = await db
    .select({ ...getTableColumns(cases), micros: sql<string | null>`null` })
    .from(cases)
    .where(and(...caseConditions(workspaceId, filter), isNull(column), last))
    .orderBy(desc(cases.id))
    .limit(wanted - set.length);
  return [...set, ...unset];
}

/** By due date the index is kept per status, so each status is read by itself and the heads are merged. */
async function withMoment(
  db: Db,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  page: Reads & { by: keyof typeof MOMENTS },
  after: SortCursor | undefined,
): Promise<Sorted[]> {
  const column = MOMENTS[page.by];
  const place =
    after && sql`(timestamptz 'epoch' + ${after[0]} * interval '1 microsecond', ${after[1]}::uuid)`;
  const key = sql`(${column}, ${cases.id})`;
  const beyond = place && (page.desc ? sql`${key} < ${place}` : sql`${key} > ${place}`);
  const order = (by: typeof column | typeof cases.id): SQL => (page.desc ? desc(by) : asc(by));
  const read = (status?: CaseStatus) =>
    db
      .select({ ...getTableColumns(cases), micros: microsOf(sql`${column}`).as("micros") })
      .from(cases)
      .where(
        and(
          ...caseConditions(workspaceId, filter),
          status && sql`${cases.status} = ${status}`,
          isNotNull(column),
          beyond,
        ),
      )
      .orderBy(order(column), order(cases.id))
      .limit(page.limit + 1);
  if (page.by === "next") return read();
  const [first, second, ...others] = statusesOf(filter).map(read);
  if (!first) return [];
  if (!second) return first;
  return unionAll(first, second, ...others)
    .orderBy(order(column), order(cases.id))
    .limit(page.limit + 1);
}

/** The statuses a filter can let through, as far as it says so. */
function statusesOf({ clauses = [] }: CaseListFilter): readonly CaseStatus[] {
  return CASE_STATUSES.filter((status) =>
    clauses.every((clause) => {
      if (clause.on === "status") return clause.values.includes(status) !== clause.not;
      return clause.on !== "flags" || clause.not || status === "open";
    }),
  );
}
