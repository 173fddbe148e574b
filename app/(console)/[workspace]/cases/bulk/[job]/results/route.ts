import { z } from "zod";
import { caseNumber } from "@/components/cases/case-state";
import { toRfc3339 } from "@/core/time";
import { findBulkJob, listBulkResults } from "@/db/queries/bulk-jobs";
import { findMember, type Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { csvLine, csvResponse } from "@/server/http/csv";

type Context = { params: Promise<{ workspace: string; job: string }> };

/** What became of each case of a bulk job so far, as CSV. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, job } = await params;
  const member = await findMember(workspace);
  const id = z.uuid().safeParse(job);
  const found = member && id.success && (await findBulkJob(ctx.db, member.workspaceId, id.data));
  if (!found) return new Response("There is no such job.", { status: 404 });
  return csvResponse(`${found.verb}-${found.id}.csv`, linesOf(member, found.id));
}

async function* linesOf(member: Member, jobId: string): AsyncGenerator<string> {
  yield csvLine(["case", "subject", "result", "reason", "at"]);
  const results = await listBulkResults(ctx.db, member.workspaceId, jobId);
  for (const { number, subject, result, reason, at } of results) {
    yield csvLine([caseNumber(number), subject, result, reason, toRfc3339(at.getTime())]);
  }
}
