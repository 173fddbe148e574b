import { and, desc, eq, ilike, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { WorkspaceId } from "@/core/ids";
import type { Definition } from "@/core/workflow/definition";
import type { Db, Tx } from "@/db/client";
import { workflows, workflowVersions } from "@/db/schema/workflows";
import {
  afterMoment,
  containing,
  decodeCursor,
  microsOf,
  type Page,
  type PageOf,
  pageOf,
} from "./page";

export type WorkflowRow = typeof workflows.$inferSelect;
export type VersionRow = typeof workflowVersions.$inferSelect;
export type WorkflowStatus = WorkflowRow["status"];

export type WorkflowFilter = {
  status?: WorkflowStatus | undefined;
  /** Part of the name or the key. */
  q?: string | undefined;
};

/** Joins a workflow with its live version. */
export const liveVersion = and(
  eq(workflowVersions.workspaceId, workflows.workspaceId),
  eq(workflowVersions.workflow, workflows.key),
  eq(workflowVersions.version, workflows.liveVersion),
);

export type WorkflowWithLive = { workflow: WorkflowRow; live: VersionRow | null };

/** The workflows of a workspace with their live versions, newest first. */
export async function listWorkflows(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: WorkflowFilter,
  page: Page,
): Promise<PageOf<WorkflowWithLive>> {
  const like = filter.q === undefined ? undefined : containing(filter.q);
  const rows = await db
    .select({
      workflow: workflows,
      live: workflowVersions,
      micros: microsOf(sql`${workflows.createdAt}`),
    })
    .from(workflows)
    .leftJoin(workflowVersions, liveVersion)
    .where(
      and(
        eq(workflows.workspaceId, workspaceId),
        filter.status && eq(workflows.status, filter.status),
        like === undefined
          ? undefined
          : or(ilike(workflows.name, like), ilike(workflows.key, like)),
        afterMoment(sql`${workflows.createdAt}`, sql`${workflows.key}`, page),
      ),
    )
    .orderBy(desc(workflows.createdAt), desc(workflows.key))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, ({ workflow, micros }) => [micros, workflow.key]);
}

/** A workflow with its live version. */
export async function findWorkflow(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<WorkflowWithLive | undefined> {
  const rows = await db
    .select({ workflow: workflows, live: workflowVersions })
    .from(workflows)
    .leftJoin(workflowVersions, liveVersion)
    .where(and(eq(workflows.workspaceId, workspaceId), eq(workflows.key, key)));
  return rows[0];
}

/** The same, held against other writers until the transaction ends. */
export async function lockWorkflow(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<WorkflowRow | undefined> {
  const rows = await tx
    .select()
    .from(workflows)
    .where(and(eq(workflows.workspaceId, workspaceId), eq(workflows.key, key)))
    .for("update");
  return rows[0];
}

const VersionCursor = z.tuple([z.string().regex(/^\d{1,9}$/)]);

/** The published versions of a workflow, newest first. */
export async function listVersions(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
  page: Page,
): Promise<PageOf<VersionRow>> {
  const after = page.cursor === undefined ? undefined : decodeCursor(page.cursor, VersionCursor)[0];
  const rows = await db
    .select()
    .from(workflowVersions)
    .where(
      and(
        eq(workflowVersions.workspaceId, workspaceId),
        eq(workflowVersions.workflow, key),
        after === undefined ? undefined : lt(workflowVersions.version, Number(after)),
      ),
    )
    .orderBy(desc(workflowVersions.version))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [String(row.version)]);
}

export async function findVersion(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
  version: number,
): Promise<VersionRow | undefined> {
  const rows = await db
    .select()
    .from(workflowVersions)
    .where(
      and(
        eq(workflowVersions.workspaceId, workspaceId),
        eq(workflowVersions.workflow, key),
        eq(workflowVersions.version, version),
      ),
    );
  return rows[0];
}

/** The newest version with just this document; null when there is none. */
export async function findSameVersion(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
  definition: Definition,
): Promise<number | null> {
  const rows = await db
    .select({ version: workflowVersions.version })
    .from(workflowVersions)
    .where(
      and(
        eq(workflowVersions.workspaceId, workspaceId),
        eq(workflowVersions.workflow, key),
        sql`${workflowVersions.definition} = ${JSON.stringify(definition)}::jsonb`,
      ),
    )
    .orderBy(desc(workflowVersions.version))
    .limit(1);
  return rows[0]?.version ?? null;
}

/** Drafts and live versions of a workspace: every document that is, or may come to be, in use. */
export async function listDefinitions(db: Db | Tx, workspaceId: WorkspaceId) {
  const rows = await db
    .select({ key: workflows.key, draft: workflows.draft, live: workflowVersions.definition })
    .from(workflows)
    .leftJoin(workflowVersions, liveVersion)
    .where(eq(workflows.workspaceId, workspaceId));
  return rows.flatMap(({ key, draft, live }) =>
    [draft, live].flatMap((definition) => (definition ? [{ key, definition }] : [])),
  );
}
