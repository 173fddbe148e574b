import { CASES_AT_ONCE_MAX } from "@/core/case/bulk-limits";
import { type BulkInput, CASES_IN_BULK_MAX, type CaseAction } from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import type { JobPayload } from "@/core/jobs";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import {
  cancelBulkJob,
  findBulkJob,
  insertBulkJob,
  isBulkCanceled,
  listBulkDone,
  recordBulkResults,
} from "@/db/queries/bulk-jobs";
import { listCaseIds } from "@/db/queries/cases";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { doVerb, type Who } from "./verbs";

/** Cases per job: what one job does again when its worker dies is done already, and refused politely. */
const CASES_PER_JOB = 200;
/** After so many cases a job looks whether it was told to stop, and writes down how far it is. */
const CASES_PER_LOOK = 10;

/** Does the same to many cases, as jobs. Refuses more than `CASES_IN_BULK_MAX` cases (`invalid`). */
export async function bulkCases(ctx: Ctx, who: Who, input: BulkInput): Promise<{ jobId: string }> {
  const { action, params } = input;
  const ids =
    input.ids ??
    (await listCaseIds(ctx.db, who.workspaceId, input.filter ?? {}, CASES_IN_BULK_MAX + 1));
  return { jobId: await begin(ctx, who, { ids, action, params }, "by jobs") };
}

export type BulkWish = {
  ids: readonly string[];
  action: CaseAction;
  params: Record<string, unknown>;
};

/**
 * For an operator: a few cases at once, so that the answer tells what became of them, many by jobs.
 * Refuses more than `CASES_IN_BULK_MAX` cases (`invalid`).
 */
export async function bulkForOperator(
  ctx: Ctx,
  who: Who,
  wish: BulkWish,
): Promise<{ jobId: string; isRunning: boolean }> {
  const isFew = wish.ids.length <= CASES_AT_ONCE_MAX;
  const jobId = await begin(ctx, who, wish, isFew ? "here" : "by jobs");
  if (isFew) await runBulk(ctx, { ...who, jobId, ...wish, ids: [...wish.ids] });
  return { jobId, isRunning: !isFew };
}

async function begin(
  ctx: Ctx,
  who: Who,
  { ids, action, params }: BulkWish,
  how: "here" | "by jobs",
): Promise<string> {
  const { workspaceId, actor } = who;
  if (ids.length > CASES_IN_BULK_MAX) {
    const message = `more than ${CASES_IN_BULK_MAX} cases match`;
    throw new AppError("invalid", message, { errors: [{ path: "filter", message }] });
  }
  const id = newId();
  await inTransaction(ctx.db, async (tx) => {
    await insertBulkJob(tx, { workspaceId, id, actor, verb: action, params, total: ids.length });
    for (let from = 0; how === "by jobs" && from < ids.length; from += CASES_PER_JOB) {
      const some = ids.slice(from, from + CASES_PER_JOB);
      const job = { workspaceId, jobId: id, actor, ids: some, action, params };
      await ctx.enqueue(tx, "cases.bulk", job);
    }
    const detail = { action, params, cases: ids.length };
    await audit(tx, workspaceId, { id, actor, action: "cases.bulk", target: id, detail });
  });
  return id;
}

/** One job's share. A case that refuses (closed already) is passed over, with its reason. */
export async function runBulk(
  ctx: Ctx,
  { workspaceId, actor, ids, action, params, jobId }: JobPayload<"cases.bulk">,
): Promise<void> {
  const before = await listBulkDone(ctx.db, workspaceId, jobId);
  const known = new Set(before.map(({ caseId }) => caseId));
  const left = ids.filter((id) => !known.has(id));
  for (let from = 0; from < left.length; from += CASES_PER_LOOK) {
    const stopped = await isBulkCanceled(ctx.db, workspaceId, jobId);
    const results: Parameters<typeof recordBulkResults>[3][number][] = [];
    for (const caseId of left.slice(from, from + CASES_PER_LOOK)) {
      if (stopped) results.push({ caseId, result: "canceled", reason: null });
      else results.push({ caseId, ...(await tryVerb(ctx, { workspaceId, actor }, caseId)) });
    }
    await recordBulkResults(ctx.db, workspaceId, jobId, results);
  }
  ctx.log.info({ jobId, cases: left.length }, "bulk job ended");

  async function tryVerb(context: Ctx, who: Who, caseId: string) {
    try {
      await doVerb(context, who, caseId, action, params);
      return { result: "done", reason: null } as const;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { result: "refused", reason: error.message } as const;
    }
  }
}

/** Stops a job: the cases whose turn has not come stay as they are. Refuses an unknown job (`not_found`). */
export async function cancelBulk(ctx: Ctx, who: Who, jobId: string): Promise<void> {
  const { workspaceId, actor } = who;
  await inTransaction(ctx.db, async (tx) => {
    if (!(await findBulkJob(tx, workspaceId, jobId))) {
      throw new AppError("not_found", "There is no such job.");
    }
    if (!(await cancelBulkJob(tx, workspaceId, jobId))) return;
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "cases.bulk_canceled",
      target: jobId,
    });
  });
}

/**
 * Opens the cases again that a small job resolved: within ten seconds none of the confirmations has
 * left. Refuses an unknown job (`not_found`) and what cannot be taken back (`conflict`).
 */
export async function undoBulk(ctx: Ctx, who: Who, jobId: string): Promise<{ jobId: string }> {
  const job = await findBulkJob(ctx.db, who.workspaceId, jobId);
  if (!job) throw new AppError("not_found", "There is no such job.");
  if (job.verb !== "resolve" || job.total > CASES_AT_ONCE_MAX) {
    throw new AppError("conflict", "This cannot be taken back as a whole.");
  }
  const results = await listBulkDone(ctx.db, who.workspaceId, jobId);
  const ids = results.filter(({ result }) => result === "done").map(({ caseId }) => caseId);
  const undone = await bulkForOperator(ctx, who, { ids, action: "reopen", params: {} });
  return { jobId: undone.jobId };
}
