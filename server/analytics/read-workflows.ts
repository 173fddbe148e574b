import type { WorkflowRow, WorkflowsReport } from "@/core/contracts/analytics/workflows";
import { DUE_MEASURES, dueBy } from "@/core/metrics/due-moment";
import { kpiStrip, STRIP_MEASURES } from "@/core/metrics/kpi-strip";
import { stepsOf } from "@/core/metrics/time-steps";
import { totalsOf } from "@/core/metrics/total-of";
import { findWorkflows } from "@/db/queries/workflow-pages";
import { type OpenReport, scopeOf } from "./open-report";

const TREND_STEPS_MAX = 30;

/** The workflows that had cases, beside each other; the busiest first. */
export async function readWorkflows(report: OpenReport): Promise<WorkflowsReport> {
  const { source, cohort } = report;
  const by = ["workflow"] as const;
  const [sums, due, days, response] = await Promise.all([
    source.sums({ measures: STRIP_MEASURES }, by),
    source.sums({ measures: DUE_MEASURES, upTo: dueBy(source.asOf) }, by),
    source.sums({ measures: ["opened"] }, ["workflow", "day"]),
    source.durations("response", "wall", "workflow"),
  ]);
  const ofWorkflow = Map.groupBy([...sums, ...due], ({ workflow = "" }) => workflow);
  const names = await namesOf(report, [...ofWorkflow.keys()]);
  const allDays = stepsOf(cohort.period, cohort.zone, "day");
  const rows = [...ofWorkflow].map(([workflow, own]): WorkflowRow => {
    const strip = kpiStrip(own, {
      response: response.get(workflow) ?? [],
      responseWorking: [],
      resolution: [],
    });
    return {
      workflow,
      name: names.get(workflow) ?? workflow,
      opened: strip.opened,
      open: totalsOf(own)("open"),
      response: strip.response,
      resolution: strip.resolution,
      onTime: strip.onTime,
      medianToResponse: strip.medianToResponse,
      escalation: strip.escalation,
      messagesPerResolved: strip.messagesPerResolved.value,
      optOuts: strip.optOuts,
      trend: trendOf(
        days.filter((sum) => sum.workflow === workflow),
        allDays,
      ),
    };
  });
  const workflows = rows
    .filter(({ opened }) => opened > 0)
    .toSorted((a, b) => b.opened - a.opened || (a.workflow < b.workflow ? -1 : 1));
  return { ...scopeOf(report), workflows };
}

async function namesOf({ db, workspaceId }: OpenReport, keys: readonly string[]) {
  const found = await findWorkflows(db, workspaceId, keys);
  return new Map(found.map(({ workflow }) => [workflow.key, workflow.name]));
}

function trendOf(sums: readonly { day?: string; n: number }[], days: readonly string[]): number[] {
  const steps = Math.min(TREND_STEPS_MAX, days.length);
  const trend = Array.from({ length: steps }, () => 0);
  for (const { day, n } of sums) {
    const place = days.indexOf(day ?? "");
    if (place < 0) continue;
    const step = Math.floor((place * steps) / days.length);
    trend[step] = (trend[step] ?? 0) + n;
  }
  return trend;
}
