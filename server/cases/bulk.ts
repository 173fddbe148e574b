import type { BulkInput } from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import type { JobPayload } from "@/core/jobs";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { listCaseIds } from "@/db/queries/cases";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { doVerb, type Who } from "./verbs";

const IDS_MAX = 10_000;
/** Cases per job: what one job does again when its worker dies is done already, and refused politely. */
const CASES_PER_JOB = 200;

/** Does the same to many cases, as jobs. Refuses more than `IDS_MAX` cases (`invalid`). */
export async function bulkCases(ctx: Ctx, who: Who, input: BulkInput): Promise<{ jobId: string }> {
  const { workspaceId, actor } = who;
  const ids =
    input.ids ?? (await listCaseIds(ctx.db, workspaceId, input.filter ?? {}, IDS_MAX + 1));
  if (ids.length > IDS_MAX) {
    const message = `more than ${IDS_MAX} cases match`;
    throw new AppError("invalid", message, { errors: [{ path: "filter", message }] });
  }
  const { action, params } = input;
  const jobId = newId();
  await inTransaction(ctx.db, async (tx) => {
    for (let from = 0; from < ids.length; from += CASES_PER_JOB) {
      const some = ids.slice(from, from + CASES_PER_JOB);
      await ctx.enqueue(tx, "cases.bulk", { workspaceId, jobId, actor, ids: some, action, params });
    }
    const detail = { action, params, cases: ids.length };
    await audit(tx, workspaceId, { id: jobId, actor, action: "cases.bulk", target: jobId, detail });
  });
  return { jobId };
}

/** One job's share. A case that refuses (closed already) is passed over and counted. */
export async function runBulk(
  ctx: Ctx,
  { workspaceId, actor, ids, action, params, jobId }: JobPayload<"cases.bulk">,
): Promise<void> {
  let done = 0;
  const refused: string[] = [];
  for (const id of ids) {
    try {
      await doVerb(ctx, { workspaceId, actor }, id, action, params);
      done += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push(id);
    }
  }
  ctx.log.info({ jobId, done, refused: refused.length }, "bulk job ended");
}
