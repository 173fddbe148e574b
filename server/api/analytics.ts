import { adviceCsv } from "@/server/analytics/advice-csv";
import { channelsCsv } from "@/server/analytics/channels-csv";
import { escalationsCsv } from "@/server/analytics/escalations-csv";
import { readEscalationsReport } from "@/server/analytics/escalations-report";
import { experimentsCsv } from "@/server/analytics/experiments-csv";
import { funnelCsv } from "@/server/analytics/funnel-csv";
import { healthCsv } from "@/server/analytics/health-csv";
import { heatmapCsv } from "@/server/analytics/heatmap-csv";
import {
  type OpenReport,
  openReport,
  type ReportAsked,
  refusal,
} from "@/server/analytics/open-report";
import { readAdvice } from "@/server/analytics/read-advice";
import { readChannels } from "@/server/analytics/read-channels";
import { readExperiments } from "@/server/analytics/read-experiments";
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
import { type ApiContext, api, found } from "./base";

type Query = Omit<ReportAsked, "timeZone"> & {
  timeZone?: string | undefined;
  format: "json" | "csv";
};

const open = ({ ctx, caller }: ApiContext, query: Query): Promise<OpenReport> => {
  const { format: _, timeZone = caller.timeZone, ...asked } = query;
  return openReport(ctx.db, caller.workspaceId, { ...asked, timeZone });
};

/** Answers the report, or as CSV when that was asked for. */
function inFormat<T>({ reply }: ApiContext, { format }: Query, report: T, csv: (of: T) => string) {
  if (format === "csv") {
    reply.text = { contentType: "text/csv; charset=utf-8", text: csv(report) };
  }
  return report;
}

const { analytics: reports } = api;

export const analytics = {
  summary: reports.summary.handler(async ({ input, context }) => {
    const { compare, ...query } = input.query;
    const report = await readSummary(await open(context, query), { compare });
    return inFormat(context, query, report, summaryCsv);
  }),
  trend: reports.trend.handler(async ({ input, context }) => {
    const { compare, grain, ...query } = input.query;
    const report = await readTrend(await open(context, query), { compare, grain });
    return inFormat(context, query, report, trendCsv);
  }),
  funnel: reports.funnel.handler(async ({ input: { query }, context }) =>
    inFormat(context, query, await readFunnel(await open(context, query)), funnelCsv),
  ),
  responseTime: reports.responseTime.handler(async ({ input, context }) => {
    const { of, clock, by, ...query } = input.query;
    const report = await readResponseTime(await open(context, query), { of, clock, by });
    return inFormat(context, query, report, responseTimeCsv);
  }),
  escalations: reports.escalations.handler(async ({ input: { query }, context }) => {
    const { ctx, caller } = context;
    const { format: _, timeZone = caller.timeZone, ...asked } = query;
    const report = await readEscalationsReport(ctx.db, caller.workspaceId, { ...asked, timeZone });
    return inFormat(context, query, report, escalationsCsv);
  }),
  channels: reports.channels.handler(async ({ input: { query }, context }) =>
    inFormat(context, query, await readChannels(await open(context, query)), channelsCsv),
  ),
  heatmap: reports.heatmap.handler(async ({ input: { query }, context }) =>
    inFormat(context, query, await readHeatmap(await open(context, query)), heatmapCsv),
  ),
  workflows: reports.workflows.handler(async ({ input: { query }, context }) =>
    inFormat(context, query, await readWorkflows(await open(context, query)), workflowsCsv),
  ),
  experiments: reports.experiments.handler(async ({ input: { query }, context }) => {
    const { ctx, caller } = context;
    const { format: _, timeZone = caller.timeZone, ...asked } = query;
    const report = await readExperiments(ctx.db, caller.workspaceId, { ...asked, timeZone });
    return inFormat(context, query, report, experimentsCsv);
  }),
  health: reports.health.handler(async ({ input: { query }, context }) =>
    inFormat(context, query, await readHealth(await open(context, query)), healthCsv),
  ),
  advice: reports.advice.handler(async ({ input: { query }, context }) => {
    const { workflow } = query;
    if (workflow === undefined) throw refusal({ path: "workflow", message: "is required" });
    const report = await readAdvice(await open(context, query), workflow);
    return inFormat(context, query, found(report ?? undefined, "workflow"), adviceCsv);
  }),
};
