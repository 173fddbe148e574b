import { CASES_AT_ONCE_MAX } from "@/core/case/bulk-limits";
import {
  beforeOf,
  type CaseBefore,
  CaseGiven,
  isTakenBack,
  type TakenBack,
} from "@/core/case/take-back";
import { type BulkInput, CASES_IN_BULK_MAX, type CaseAction } from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { JobPayload } from "@/core/jobs";
import { MINUTE_MS } from "@/core/time";
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
/** An undo is for what was just done: the console offers it for ten seconds, longer while it is read. */
const UNDO_MS_MAX = 10 * MINUTE_MS;
const FAILED = "This did not work. Try it again for this case.";
/** After so many cases a job looks whether it was told to stop, whether it goes on. */
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
  if (isFew) await runBulk(ctx, { ...who, jobId, ...wish, ids: [...wish.ids] }, { isOnce: true });
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
  { isOnce = false }: { isOnce?: boolean } = {},
): Promise<void> {
  const who = { workspaceId, actor };
  const before = await listBulkDone(ctx.db, workspaceId, jobId);
  const known = new Set(before.map(({ caseId }) => caseId));
  const left = ids.filter((id) => !known.has(id));
  for (let from = 0; from < left.length; from += CASES_PER_LOOK) {
    const some = left.slice(from, from + CASES_PER_LOOK);
    const verb = (caseId: string) => doVerb(ctx, who, caseId, action, params);
    const canUndo = isTakenBack(action);
    await doEach(ctx, who, { jobId, ids: some, verb, canUndo, isOnce });
  }
  ctx.log.info({ jobId, cases: left.length }, "bulk job ended");
}

type Each = {
  jobId: string;
  ids: readonly string[];
  verb: (caseId: string) => Promise<unknown>;
  canUndo: boolean;
  /** Nobody runs it again: what fails is a result, and the others still have their turn. */
  isOnce: boolean;
};

/**
 * Does something to each case unless the job was told to stop. What became of a case is written down
 * at once, so that a process that dies has told all but one.
 */
async function doEach(ctx: Ctx, { workspaceId }: Who, each: Each): Promise<void> {
  const { jobId, ids, verb, canUndo, isOnce } = each;
  if (await isBulkCanceled(ctx.db, workspaceId, jobId)) {
    const results = ids.map((caseId) => ({ caseId, result: "canceled", reason: null }) as const);
    return recordBulkResults(ctx.db, workspaceId, jobId, results);
  }
  const stood = canUndo ? await readBefore(ctx, workspaceId, ids) : null;
  for (const caseId of ids) {
    const tried = await tryVerb(ctx, () => verb(caseId), isOnce);
    const result = { caseId, before: stood?.get(caseId) ?? null, ...tried };
    await recordBulkResults(ctx.db, workspaceId, jobId, [result]);
  }
}

async function tryVerb(ctx: Ctx, verb: () => Promise<unknown>, isOnce: boolean) {
  try {
    await verb();
    return { result: "done", reason: null } as const;
  } catch (error) {
    if (error instanceof AppError) return { result: "refused", reason: error.message } as const;
    if (!isOnce) throw error;
    ctx.log.error({ err: error }, "a verb of a bulk job failed");
    return { result: "refused", reason: FAILED } as const;
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
 * Within ten seconds none of the messages of an operator's resolution has left. A case that somebody
 * changed since stays as it is. Refuses an unknown job (`not_found`) and what cannot be taken back,
 * or not any more (`conflict`).
 */
export async function undoBulk(ctx: Ctx, who: Who, jobId: string): Promise<{ jobId: string }> {
  const { workspaceId, actor } = who;
  const job = await findBulkJob(ctx.db, workspaceId, jobId);
  if (!job) throw new AppError("not_found", "There is no such job.");
  const { verb } = job;
  const isLate = Date.now() - job.createdAt.getTime() > UNDO_MS_MAX;
  if (!isTakenBack(verb) || isLate || job.total > CASES_AT_ONCE_MAX) {
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
  const given = givenBy(verb, job.params);
  const back = async (caseId: string) => {
    const before = done.get(caseId);
    if (before) await takeBack(ctx, who, caseId, given, before);
  };
  const ids = [...done.keys()];
  await doEach(ctx, who, { jobId: id, ids, verb: back, canUndo: false, isOnce: true });
  return { jobId: id };
}

/** What a job made of its cases, from the parameters it was begun with. */
function givenBy(verb: TakenBack, params: Record<string, unknown>): CaseGiven {
  return CaseGiven.parse(verb === "reassign" ? { verb, owner: params } : { verb, ...params });
}
