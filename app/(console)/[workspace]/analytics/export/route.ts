import { dayOf } from "@/core/calendar/civil";
import { toCivil } from "@/core/calendar/zone-offset";
import { AppError } from "@/core/errors";
import { paramsOf, readFilters } from "@/core/filter/address";
import { reportAsked } from "@/core/filter/report-asked";
import { REPORT_LIST } from "@/core/filter/report-fields";
import { openReport } from "@/server/analytics/open-report";
import { reportFile } from "@/server/analytics/report-files";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { csvResponse } from "@/server/http/csv";

/** One block of the page as CSV, `?report=trend`, or `all`; 422 for what no report can be of. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response("There is no such workspace.", { status: 404 });
  const { workspaceId, workspace } = member;
  const search = new URL(request.url).searchParams;
  const name = search.get("report") ?? "summary";
  const now = await nowOf(ctx.db, workspaceId);
  const filters = readFilters(REPORT_LIST.fields, paramsOf(search.toString()));
  const asked = reportAsked(filters, dayOf(toCivil(now, workspace.timeZone)));
  try {
    const report = await openReport(ctx.db, workspaceId, {
      ...asked.filters,
      ...asked.days,
      timeZone: workspace.timeZone,
    });
    const lines = await reportFile(name, report, asked);
    if (!lines) return new Response("There is no such report.", { status: 404 });
    return csvResponse(`${name}-${workspace.slug}.csv`, lines);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return new Response(error.message, { status: 422 });
  }
}
