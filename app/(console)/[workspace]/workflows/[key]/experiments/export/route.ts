import { Key } from "@/core/ids";
import { findWorkflow } from "@/db/queries/workflows";
import { experimentsCsv } from "@/server/analytics/experiments-csv";
import { readExperiments } from "@/server/analytics/read-experiments";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { csvResponse } from "@/server/http/csv";
import { ExperimentsParams } from "../search-params";

/** The experiments of a workflow as CSV, judged as the page was. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string; key: string }> },
): Promise<Response> {
  const { workspace, key } = await params;
  const asked = ExperimentsParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const member = await findMember(workspace);
  const known = Key.safeParse(decodeURIComponent(key));
  const found =
    member && known.success && (await findWorkflow(ctx.db, member.workspaceId, known.data));
  if (!found) return new Response("There is no such workflow.", { status: 404 });
  const workflow = found.workflow.key;
  const { timeZone } = member.workspace;
  const about = { ...asked, workflow, timeZone };
  const csv = experimentsCsv(await readExperiments(ctx.db, member.workspaceId, about));
  async function* lines() {
    yield csv;
  }
  return csvResponse(`experiments-${workflow.replace(/[^\w.-]/g, "-")}.csv`, lines());
}
