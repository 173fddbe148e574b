import { AppError } from "@/core/errors";
import { escalationsCsv } from "@/server/analytics/escalations-csv";
import { readEscalationsReport } from "@/server/analytics/escalations-report";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { csvResponse } from "@/server/http/csv";
import { EscalationsParams } from "../search-params";

/** The report as the page shows it, as CSV; 422 for a period that is none. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response("There is no such workspace.", { status: 404 });
  const { timeZone, slug } = member.workspace;
  const given = EscalationsParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  const asked = readEscalationsReport(ctx.db, member.workspaceId, { ...given, timeZone });
  const report = await asked.catch(refusedIn);
  if ("refused" in report) return new Response(report.refused, { status: 422 });
  const lines = (async function* () {
    yield escalationsCsv(report);
  })();
  return csvResponse(`escalations-${slug}.csv`, lines);
}

function refusedIn(error: unknown): { refused: string } {
  if (error instanceof AppError && error.code === "invalid") return { refused: error.message };
  throw error;
}
