import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { WorkflowSort } from "@/core/filter/workflow-fields";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { workflows, workflowVersions } from "@/db/schema/workflows";
import { containing, decodeCursor, microsOf, type Page, type PageOf, pageOf } from "./page";
import { liveVersion, type WorkflowStatus, type WorkflowWithLive } from "./workflows";

/** One condition on workflows; a list of them holds together. */
export type WorkflowClause =
  | { on: "status"; values: readonly WorkflowStatus[]; not: boolean }
  | { on: "topic"; values: readonly string[]; not: boolean }
  | { on: "words"; text: string };

export type WorkflowsPage = Page & { by: WorkflowSort; desc: boolean };

const Cursor = z.tuple([z.string().max(1_024), z.string().max(256)]);
const Micros = z.tuple([z.string().regex(/^\d{1,18}$/), z.string().max(256)]);

const byName = sql<string>`lower(${workflows.name})`;

/** The workflows of a workspace for which all clauses hold, with their live versions, in the order asked for. */
export async function listWorkflowsBy(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  clauses: readonly WorkflowClause[],
  page: WorkflowsPage,
): Promise<PageOf<WorkflowWithLive>> {
  const isByName = page.by === "name";
  const column = isByName ? byName : sql`${workflows.createdAt}`;
  const order = (by: SQL): SQL => (page.desc ? desc(by) : asc(by));
  const rows = await db
    .select({
      workflow: workflows,
      live: workflowVersions,
      place: isByName ? byName : microsOf(sql`${workflows.createdAt}`),
    })
    .from(workflows)
    .leftJoin(workflowVersions, liveVersion)
    .where(and(here(workspaceId, clauses), beyond(page, column)))
    .orderBy(order(column), order(sql`${workflows.key}`))
    .limit(page.limit + 1);
  const cut = pageOf(rows, page.limit, ({ workflow, place }) => [place, workflow.key]);
  return { ...cut, rows: cut.rows.map(({ workflow, live }) => ({ workflow, live })) };
}

function beyond(page: WorkflowsPage, column: SQL): SQL | undefined {
  if (page.cursor === undefined) return undefined;
  const isByName = page.by === "name";
  const [place, key] = decodeCursor(page.cursor, isByName ? Cursor : Micros);
  const value = isByName
    ? sql`${place}::text`
    : sql`timestamptz 'epoch' + ${place} * interval '1 microsecond'`;
  const sign = page.desc ? sql`<` : sql`>`;
  return sql`(${column}, ${workflows.key}) ${sign} (${value}, ${key}::text)`;
}

const here = (workspaceId: WorkspaceId, clauses: readonly WorkflowClause[]): SQL | undefined =>
  and(eq(workflows.workspaceId, workspaceId), ...clauses.map(clauseSql));

function clauseSql(clause: WorkflowClause): SQL | undefined {
  switch (clause.on) {
    case "status":
      return sql`${clause.not ? sql`not` : sql``} ${inArray(workflows.status, [...clause.values])}`;
    case "topic": {
      // What is not live yet is listed by its draft.
      const topic = sql`coalesce(${workflowVersions.definition}, ${workflows.draft})->>'topic'`;
      const isOne = sql`${topic} = any(${sql.param([...clause.values])}::text[])`;
      return clause.not ? sql`(${isOne}) is not true` : isOne;
    }
    case "words": {
      const like = containing(clause.text);
      return or(ilike(workflows.name, like), ilike(workflows.key, like));
    }
  }
}

/** For how many workflows all clauses hold, counted up to `max`. */
export async function countWorkflows(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  clauses: readonly WorkflowClause[],
  max: number,
): Promise<number> {
  const some = db
    .select({ key: workflows.key })
    .from(workflows)
    .leftJoin(workflowVersions, liveVersion)
    .where(here(workspaceId, clauses))
    .limit(max);
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${some} as found`,
  );
  return rows[0]?.n ?? 0;
}

/** These workflows with their live versions, by name. */
export async function findWorkflows(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<WorkflowWithLive[]> {
  if (keys.length === 0) return [];
  return db
    .select({ workflow: workflows, live: workflowVersions })
    .from(workflows)
    .leftJoin(workflowVersions, liveVersion)
    .where(and(here(workspaceId, []), inArray(workflows.key, [...keys])))
    .orderBy(byName, asc(workflows.key));
}
