import { and, asc, desc, eq, gt, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { CaseStatus, WaitingFor } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { Priority } from "@/core/workflow/steps/shared";
import type { Db, Tx } from "@/db/client";
import { caseDecisions, cases } from "@/db/schema/cases";
import { type CaseClause, clauseSql } from "./case-clauses";
import { afterId, containing, type Page, type PageOf, pageOf } from "./page";

export type CaseListRow = typeof cases.$inferSelect;

/** Lines of one case's timeline that are read at most; the newest are kept. */
export const TIMELINE_ROWS_MAX = 2_000;

export type CaseListFilter = {
  status?: readonly CaseStatus[] | undefined;
  workflow?: string | undefined;
  version?: number | undefined;
  person?: string | undefined;
  key?: string | undefined;
  stage?: string | undefined;
  waitingFor?: readonly WaitingFor[] | undefined;
  owner?: string | undefined;
  team?: string | undefined;
  priority?: readonly Priority[] | undefined;
  dueBefore?: string | undefined;
  dueAfter?: string | undefined;
  openedBefore?: string | undefined;
  openedAfter?: string | undefined;
  /** Part of the subject, the key or the person's id. */
  q?: string | undefined;
  /** More conditions, which hold together with those above. */
  clauses?: readonly CaseClause[] | undefined;
};

/** The cases of a workspace that a filter lets through, newest first. */
export async function listCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  page: Page,
): Promise<PageOf<CaseListRow>> {
  const rows = await db
    .select()
    .from(cases)
    .where(and(...caseConditions(workspaceId, filter), afterId(sql`${cases.id}`, page)))
    .orderBy(desc(cases.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

/** Ids of the cases a filter lets through, newest first, at most `max`. */
export async function listCaseIds(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  max: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(...caseConditions(workspaceId, filter)))
    .orderBy(desc(cases.id))
    .limit(max);
  return rows.map((row) => row.id);
}

/** How many cases a filter lets through, counted up to `max`. */
export async function countCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
  max: number,
): Promise<number> {
  const some = db
    .select({ id: cases.id })
    .from(cases)
    .where(and(...caseConditions(workspaceId, filter)))
    .limit(max);
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${some} as found`,
  );
  return rows[0]?.n ?? 0;
}

/** The filter as conditions on `cases`. */
export function caseConditions(
  workspaceId: WorkspaceId,
  filter: CaseListFilter,
): (SQL | undefined)[] {
  const like = filter.q === undefined ? undefined : containing(filter.q);
  const at = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  const [dueBefore, dueAfter] = [at(filter.dueBefore), at(filter.dueAfter)];
  const [openedBefore, openedAfter] = [at(filter.openedBefore), at(filter.openedAfter)];
  return [
    eq(cases.workspaceId, workspaceId),
    filter.status && inArray(cases.status, [...filter.status]),
    filter.workflow === undefined ? undefined : eq(cases.workflow, filter.workflow),
    filter.version === undefined ? undefined : eq(cases.version, filter.version),
    filter.person === undefined ? undefined : eq(cases.personId, filter.person),
    filter.key === undefined ? undefined : eq(cases.key, filter.key),
    filter.stage === undefined ? undefined : eq(cases.stage, filter.stage),
    filter.waitingFor && inArray(cases.waitingFor, [...filter.waitingFor]),
    filter.owner === undefined ? undefined : eq(cases.ownerPersonId, filter.owner),
    filter.team === undefined ? undefined : eq(cases.ownerTeam, filter.team),
    filter.priority && inArray(cases.priority, [...filter.priority]),
    dueBefore && lt(cases.dueAt, dueBefore),
    dueAfter && gt(cases.dueAt, dueAfter),
    openedBefore && lt(cases.openedAt, openedBefore),
    openedAfter && gt(cases.openedAt, openedAfter),
    like === undefined
      ? undefined
      : or(ilike(cases.subject, like), ilike(cases.key, like), ilike(cases.personId, like)),
    ...(filter.clauses ?? []).map(clauseSql),
  ];
}

/** A case by its id, or by its number as people write it (`1042`, `C-1042`). */
export async function findCase(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ref: string,
): Promise<CaseListRow | undefined> {
  const number = /^(?:C-)?(\d{1,9})$/i.exec(ref)?.[1];
  const isThis = number === undefined ? eq(cases.id, ref) : eq(cases.number, Number(number));
  const rows = await db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), isThis));
  return rows[0];
}

/** These cases, in no order. Ids of other workspaces find nothing. */
export async function findCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<CaseListRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), inArray(cases.id, [...ids])));
}

/** The decisions of a case in the order they were made. */
export async function listDecisions(db: Db | Tx, workspaceId: WorkspaceId, caseId: string) {
  const rows = await db
    .select({ id: caseDecisions.id, at: caseDecisions.at, entries: caseDecisions.entries })
    .from(caseDecisions)
    .where(and(eq(caseDecisions.workspaceId, workspaceId), eq(caseDecisions.caseId, caseId)))
    .orderBy(desc(caseDecisions.id))
    .limit(TIMELINE_ROWS_MAX);
  return rows.reverse();
}

/** Cases of all workspaces by status, for the operators of the installation. */
export async function countCasesByStatus(db: Db): Promise<{ status: string; n: number }[]> {
  return db
    .select({ status: cases.status, n: sql<number>`count(*)::int` })
    .from(cases)
    .groupBy(cases.status)
    .orderBy(asc(cases.status));
}
