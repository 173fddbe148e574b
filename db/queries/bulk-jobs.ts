import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Actor } from "@/core/case/state";
import type { CaseBefore } from "@/core/case/take-back";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { bulkJobs, bulkResults } from "@/db/schema/operations";

export type BulkJob = {
  id: string;
  verb: string;
  params: Record<string, unknown>;
  total: number;
  done: number;
  refused: number;
  /** Those whose turn had not come when the job was canceled. */
  canceled: number;
  createdAt: Date;
  canceledAt: Date | null;
};

type NewJob = {
  workspaceId: WorkspaceId;
  id: string;
  actor: Actor;
  verb: string;
  params: Record<string, unknown>;
  total: number;
};

export async function insertBulkJob(tx: Tx, job: NewJob): Promise<void> {
  await tx.insert(bulkJobs).values(job);
}

/** A job and how far it is. */
export async function findBulkJob(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<BulkJob | undefined> {
  const count = (result: string) =>
    sql<number>`count(*) filter (where ${bulkResults.result} = ${result})::int`;
  const [row] = await db
    .select({
      id: bulkJobs.id,
      verb: bulkJobs.verb,
      params: bulkJobs.params,
      total: bulkJobs.total,
      done: count("done"),
      refused: count("refused"),
      canceled: count("canceled"),
      createdAt: bulkJobs.createdAt,
      canceledAt: bulkJobs.canceledAt,
    })
    .from(bulkJobs)
    .leftJoin(
      bulkResults,
      and(eq(bulkResults.workspaceId, bulkJobs.workspaceId), eq(bulkResults.jobId, bulkJobs.id)),
    )
    .where(and(eq(bulkJobs.workspaceId, workspaceId), eq(bulkJobs.id, id)))
    .groupBy(bulkJobs.workspaceId, bulkJobs.id);
  return row;
}

/** The newest job an operator began since then; null when there is none. */
export async function findNewestBulkJob(
  db: Db,
  workspaceId: WorkspaceId,
  operatorId: string,
  since: Date,
): Promise<BulkJob | null> {
  const [row] = await db
    .select({ id: bulkJobs.id })
    .from(bulkJobs)
    .where(
      and(
        eq(bulkJobs.workspaceId, workspaceId),
        sql`${bulkJobs.actor}->>'id' = ${operatorId}`,
        gt(bulkJobs.createdAt, since),
      ),
    )
    .orderBy(desc(bulkJobs.id))
    .limit(1);
  return (row && (await findBulkJob(db, workspaceId, row.id))) ?? null;
}

/** Whether a job was told to stop. */
export async function isBulkCanceled(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> {
  const [row] = await db
    .select({ canceledAt: bulkJobs.canceledAt })
    .from(bulkJobs)
    .where(and(eq(bulkJobs.workspaceId, workspaceId), eq(bulkJobs.id, id)));
  return row?.canceledAt != null;
}

/** Tells a job to stop; false when it has been told already or there is none. */
export async function cancelBulkJob(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> {
  const rows = await tx
    .update(bulkJobs)
    .set({ canceledAt: sql`clock_timestamp()` })
    .where(
      and(eq(bulkJobs.workspaceId, workspaceId), eq(bulkJobs.id, id), isNull(bulkJobs.canceledAt)),
    )
    .returning({ id: bulkJobs.id });
  return rows.length > 0;
}

type Result = {
  caseId: string;
  result: "done" | "refused" | "canceled";
  reason: string | null;
  before?: CaseBefore | null;
};

/** Keeps the first result of each case: a job that runs again after its worker died adds nothing. */
export async function recordBulkResults(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  jobId: string,
  results: readonly Result[],
): Promise<void> {
  if (results.length === 0) return;
  await db
    .insert(bulkResults)
    .values(results.map((result) => ({ workspaceId, jobId, ...result })))
    .onConflictDoNothing();
}

/** Cases of a job that have a result already. */
export async function listBulkDone(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  jobId: string,
): Promise<{ caseId: string; result: Result["result"]; before: CaseBefore | null }[]> {
  return db
    .select({
      caseId: bulkResults.caseId,
      result: bulkResults.result,
      before: bulkResults.before,
    })
    .from(bulkResults)
    .where(and(eq(bulkResults.workspaceId, workspaceId), eq(bulkResults.jobId, jobId)));
}

export type BulkResultRow = Result & { number: number; subject: string; at: Date };

/** What became of each case of a job, by case number. */
export async function listBulkResults(
  db: Db,
  workspaceId: WorkspaceId,
  jobId: string,
): Promise<BulkResultRow[]> {
  return db
    .select({
      caseId: bulkResults.caseId,
      result: bulkResults.result,
      reason: bulkResults.reason,
      at: bulkResults.at,
      number: cases.number,
      subject: cases.subject,
    })
    .from(bulkResults)
    .innerJoin(
      cases,
      and(eq(cases.workspaceId, bulkResults.workspaceId), eq(cases.id, bulkResults.caseId)),
    )
    .where(and(eq(bulkResults.workspaceId, workspaceId), eq(bulkResults.jobId, jobId)))
    .orderBy(asc(cases.number));
}
