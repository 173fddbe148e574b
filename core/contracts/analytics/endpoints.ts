import { z } from "zod";
import { COMPARISONS } from "@/core/metrics/compared-period";
import { EXPERIMENT_METRICS, HORIZON_DAYS_MAX } from "@/core/metrics/experiment-case";
import { GRAINS } from "@/core/metrics/time-steps";
import { endpoint } from "../endpoint";
import { AdviceReport } from "./advice";
import { ChannelsReport } from "./channels";
import { EscalationsReport } from "./escalations";
import { ExperimentsReport } from "./experiments";
import { FunnelReport } from "./funnel";
import { HealthReport } from "./health";
import { HeatmapReport } from "./heatmap";
import { reportQuery } from "./query";
import { ResponseTimeReport } from "./response-time";
import { SummaryReport } from "./summary";
import { TrendReport } from "./trend";
import { WorkflowsReport } from "./workflows";

const compare = z.enum(COMPARISONS).optional().meta({
  description: "With the period before, matched to the weekday, or the same time last year",
});

const report = <Name extends string, Query extends z.ZodRawShape, Output extends z.ZodType>(
  name: Name,
  summary: string,
  query: Query,
  output: Output,
) =>
  endpoint("analytics:read", {
    method: "GET",
    path: `/analytics/${name}`,
    tags: ["Analytics"],
    summary,
  })
    .input(z.object({ query: z.strictObject({ ...reportQuery, ...query }).prefault({} as never) }))
    .output(output);

export const analyticsContract = {
  summary: report("summary", "The numbers at a glance", { compare }, SummaryReport),
  trend: report(
    "trend",
    "Opened, responded, resolved and escalated over time",
    { compare, grain: z.enum(GRAINS).optional() },
    TrendReport,
  ),
  funnel: report("funnel", "Stage by stage, of one workflow", {}, FunnelReport),
  responseTime: report(
    "response-time",
    "How long it takes until the response or the resolution",
    {
      of: z.enum(["response", "resolution"]).optional(),
      clock: z.enum(["wall", "working"]).optional(),
      by: z.enum(["version", "channel", "arm"]).optional(),
    },
    ResponseTimeReport,
  ),
  escalations: report(
    "escalations",
    "Escalations by level, target and team",
    {},
    EscalationsReport,
  ),
  channels: report("channels", "What became of messages, by channel", {}, ChannelsReport),
  heatmap: report("heatmap", "When people answer, in their own time", {}, HeatmapReport),
  workflows: report("workflows", "The workflows beside each other", {}, WorkflowsReport),
  experiments: report(
    "experiments",
    "What the splits of a workflow show, as assigned",
    {
      metric: z.enum(EXPERIMENT_METRICS).optional().meta({
        description: "What arms are judged by. `on_time` when absent",
      }),
      horizonDays: z.coerce
        .number<string>("a whole number")
        .int()
        .min(1)
        .max(HORIZON_DAYS_MAX)
        .optional()
        .meta({
          description: "For how long each case is followed from its opening; 14 days when absent",
        }),
      control: z.string().max(80).optional().meta({
        description: "The arm that the others are held against. The first when absent",
      }),
    },
    ExperimentsReport,
  ),
  health: report("health", "What keeps messages from people", {}, HealthReport),
  advice: report("advice", "What the numbers of a workflow speak for", {}, AdviceReport),
};
