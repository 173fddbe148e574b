import { dayOf } from "@/core/calendar/civil";
import { toCivil } from "@/core/calendar/zone-offset";
import { AppError } from "@/core/errors";
import { paramsOf, readFilters } from "@/core/filter/address";
import { type ReportAsked, reportAsked } from "@/core/filter/report-asked";
import { REPORT_LIST } from "@/core/filter/report-fields";
import { channelsCsv } from "@/server/analytics/channels-csv";
import { escalationsCsv } from "@/server/analytics/escalations-csv";
import { readEscalationsReport } from "@/server/analytics/escalations-report";
import { funnelCsv } from "@/server/analytics/funnel-csv";
import { healthCsv } from "@/server/analytics/health-csv";
import { heatmapCsv } from "@/server/analytics/heatmap-csv";
import { type OpenReport, openReport } from "@/server/analytics/open-report";
import { readChannels } from "@/server/analytics/read-channels";
import { readFunnel } from "@/server/analytics/read-funnel";
import { readHealth } from "@/server/analytics/read-health";
import { readHeatmap } from "@/server/analytics/read-heatmap";
import { readResponseTime } from "@/server/analytics/read-response-time";
import { readSummary } from "@/server/analytics/read-summary";
import { readTrend } from "@/server/analytics/read-trend";
import { readWorkflows } from "@/server/analytics/read-workflows";
import { responseTimeCsv } from "@/server/analytics/response-time-csv";
import { summaryCsv } from "@/server/analytics/summary-csv";
import { trendCsv } from "@/server/analytics/trend-csv";
import { workflowsCsv } from "@/server/analytics/workflows-csv";
import { findMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { csvResponse } from "@/server/http/csv";

type Csv = (report: OpenReport, asked: ReportAsked) => Promise<string>;

const compareOf = ({ compare }: ReportAsked) => (compare === "none" ? undefined : compare);

/** The blocks of the page by their names in its links. */
const REPORTS: Readonly<Record<string, Csv>> = {
  summary: async (report, asked) =>
    summaryCsv(await readSummary(report, { compare: compareOf(asked) })),
  trend: async (report, asked) => trendCsv(await readTrend(report, { compare: compareOf(asked) })),
  funnel: async (report) => funnelCsv(await readFunnel(report)),
  "response-time": async (report, { clock, by }) =>
    responseTimeCsv(await readResponseTime(report, { clock, by: by === "none" ? undefined : by })),
  channels: async (report) => channelsCsv(await readChannels(report)),
  heatmap: async (report) => heatmapCsv(await readHeatmap(report)),
  workflows: async (report) => workflowsCsv(await readWorkflows(report)),
  health: async (report) => healthCsv(await readHealth(report)),
  escalations: async ({ db, workspaceId, cohort }, { days, filters }) => {
    const { workflow, version, team } = filters;
    const asked = { ...days, workflow, version, team, timeZone: cohort.zone };
    return escalationsCsv(await readEscalationsReport(db, workspaceId, asked));
  },
};

/** One block of the page as CSV, `?report=trend`; 422 for what no report can be of. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const member = await findMember((await params).workspace);
  if (!member) return new Response("There is no such workspace.", { status: 404 });
  const { workspaceId, workspace } = member;
  const search = new URL(request.url).searchParams;
  const name = search.get("report") ?? "summary";
  const csv = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
  if (!csv) return new Response("There is no such report.", { status: 404 });
  const now = await nowOf(ctx.db, workspaceId);
  const filters = readFilters(REPORT_LIST.fields, paramsOf(search.toString()));
  const asked = reportAsked(filters, dayOf(toCivil(now, workspace.timeZone)));
  try {
    const report = await openReport(ctx.db, workspaceId, {
      ...asked.filters,
      ...asked.days,
      timeZone: workspace.timeZone,
    });
    const text = await csv(report, asked);
    const lines = (async function* () {
      yield text;
    })();
    return csvResponse(`${name}-${workspace.slug}.csv`, lines);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return new Response(error.message, { status: 422 });
  }
}
