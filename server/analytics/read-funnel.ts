import type { FunnelReport, FunnelStage } from "@/core/contracts/analytics/funnel";
import { ratioOf } from "@/core/metrics/kpis";
import type { Measure } from "@/core/metrics/measure";
import { type TotalOf, totalsOf } from "@/core/metrics/total-of";
import { type OpenReport, refusal, scopeOf } from "./open-report";
import { newestWorkflow, type StageName, stageNames, workflowsIn } from "./workflow-of";

const STAGE_MEASURES = [
  "stage_entered",
  "stage_delivered",
  "stage_responded",
  "stage_resolved",
  "stage_passed",
  "stage_here",
  "stage_ended",
  "stage_unanswered",
  "delivered",
  "opted_out",
] as const satisfies Measure[];

const CASE_MEASURES = [
  "opened",
  "escalated",
  "resolved",
  "expired",
  "canceled",
  "open",
] as const satisfies Measure[];

/** One workflow's stages. Throws `invalid` where several have cases and none is named. */
export async function readFunnel(report: OpenReport): Promise<FunnelReport> {
  const { cohort, source } = report;
  const workflow = await workflowOf(report);
  const [names, sums] = await Promise.all([
    stageNames(report, workflow, cohort.version),
    source.sums({ measures: [...STAGE_MEASURES, ...CASE_MEASURES] }),
  ]);
  const n = totalsOf(sums);
  const entered = sums.filter(({ measure }) => measure === "stage_entered");
  return {
    ...scopeOf(report),
    workflow,
    version: cohort.version ?? null,
    opened: n("opened"),
    stages: withFormer(
      names,
      entered.map(({ stage }) => stage),
    ).map((stage) => stageOf(stage, n)),
    escalated: n("escalated"),
    resolved: n("resolved"),
    expired: n("expired"),
    canceled: n("canceled"),
    open: n("open"),
  };
}

async function workflowOf(report: OpenReport): Promise<string> {
  const [one, another] = await workflowsIn(report);
  if (another === undefined) return one ?? (await newestWorkflow(report)) ?? "";
  const message = "is required: several workflows have cases in this time";
  throw refusal({ path: "workflow", message });
}

/** The version's stages in their order, then those that only others had. */
function withFormer(names: readonly StageName[], seen: readonly string[]): StageName[] {
  const known = new Set(names.map(({ id }) => id));
  const former = [...new Set(seen)].filter((id) => !known.has(id)).toSorted();
  return [...names, ...former.map((id) => ({ id, name: id }))];
}

function stageOf({ id, name }: StageName, n: TotalOf): FunnelStage {
  const of = (measure: (typeof STAGE_MEASURES)[number]) => n(measure, { stage: id });
  return {
    stage: id,
    name,
    entered: of("stage_entered"),
    delivered: of("stage_delivered"),
    responded: of("stage_responded"),
    resolved: of("stage_resolved"),
    passed: of("stage_passed"),
    here: of("stage_here"),
    ended: of("stage_ended"),
    noAnswer: of("stage_unanswered"),
    yield: ratioOf(of("stage_responded"), of("stage_entered")),
    optOuts: ratioOf(of("opted_out"), of("delivered")),
  };
}
