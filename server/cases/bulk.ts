import { CASES_AT_ONCE_MAX } from "@/core/case/bulk-limits";
import { beforeOf, type CaseBefore, isTakenBack } from "@/core/case/take-back";
import { type BulkInput, CASES_IN_BULK_MAX, type CaseAction } from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
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
import { findCases, listCaseIds } from "@/db/queries/cases";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { takeBack } from "./take-back";
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
  const who = { workspaceId, actor };
  const before = await listBulkDone(ctx.db, workspaceId, jobId);
  const known = new Set(before.map(({ caseId }) => caseId));
  const left = ids.filter((id) => !known.has(id));
  for (let from = 0; from < left.length; from += CASES_PER_LOOK) {
    const some = left.slice(from, from + CASES_PER_LOOK);
    const verb = (caseId: string) => doVerb(ctx, who, caseId, action, params);
    await doEach(ctx, who, jobId, some, verb, isTakenBack(action));
  }
  ctx.log.info({ jobId, cases: left.length }, "bulk job ended");
}

/** Does something to each case unless the job was told to stop, and writes down what became of it. */
async function doEach(
  ctx: Ctx,
  { workspaceId }: Who,
  jobId: string,
  ids: readonly string[],
  verb: (caseId: string) => Promise<unknown>,
  canUndo: boolean,
): Promise<void> {
  const stopped = await isBulkCanceled(ctx.db, workspaceId, jobId);
  const as = canUndo && !stopped ? await readBefore(ctx, workspaceId, ids) : new Map();
  const results: Parameters<typeof recordBulkResults>[3][number][] = [];
  for (const caseId of ids) {
    if (stopped) results.push({ caseId, result: "canceled", reason: null });
    else results.push({ caseId, before: as.get(caseId) ?? null, ...(await tryVerb(verb, caseId)) });
  }
  await recordBulkResults(ctx.db, workspaceId, jobId, results);
}

async function tryVerb(verb: (caseId: string) => Promise<unknown>, caseId: string) {
  try {
    await verb(caseId);
    return { result: "done", reason: null } as const;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { result: "refused", reason: error.message } as const;
  }
}

/** The cases as they are before the verb. */
async function readBefore(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, CaseBefore>> {
  const rows = await findCases(ctx.db, workspaceId, ids);
  return new Map(rows.map((row) => [row.id, beforeOf(row)]));
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
 * Makes the cases of a small job as they were before: open, snoozed or not, with their owners.
 * Within ten seconds none of the messages of an operator's resolution has left. Refuses an unknown
 * job (`not_found`) and what cannot be taken back (`conflict`).
 */
export async function undoBulk(ctx: Ctx, who: Who, jobId: string): Promise<{ jobId: string }> {
  const { workspaceId, actor } = who;
  const job = await findBulkJob(ctx.db, workspaceId, jobId);
  if (!job) throw new AppError("not_found", "There is no such job.");
  const { verb } = job;
  if (!isTakenBack(verb) || job.total > CASES_AT_ONCE_MAX) {
    throw new AppError("conflict", "This cannot be taken back as a whole.");
  }
  const results = await listBulkDone(ctx.db, workspaceId, jobId);
  const done = new Map(
    results.flatMap(({ caseId, result, before }) =>
      result === "done" && before ? [[caseId, before] as const] : [],
    ),
  );
  const id = newId();
  await inTransaction(ctx.db, async (tx) => {
    const of = { workspaceId, id, actor, verb: `undo_${verb}`, params: { jobId } };
    await insertBulkJob(tx, { ...of, total: done.size });
    const detail = { undone: jobId, action: verb, cases: done.size };
    await audit(tx, workspaceId, { id, actor, action: "cases.bulk_undone", target: id, detail });
  });
  const back = async (caseId: string) => {
    const before = done.get(caseId);
    if (before) await takeBack(ctx, who, caseId, verb, before);
  };
  await doEach(ctx, who, id, [...done.keys()], back, false);
  return { jobId: id };
}
