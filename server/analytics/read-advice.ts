import type { AdviceReport } from "@/core/contracts/analytics/advice";
import { adviceOf } from "@/core/metrics/advice";
import { walk } from "@/core/workflow/definition";
import { listStageWaits } from "@/db/queries/stage-waits";
import { findWorkflow } from "@/db/queries/workflows";
import { type OpenReport, scopeOf } from "./open-report";
import { readHeatmap } from "./read-heatmap";

/** Cases that one reading looks at. */
const CASES_MAX = 20_000;

/** What follows from the numbers for the draft of the workflow, or for what is live. Null: there is none. */
export async function readAdvice(
  report: OpenReport,
  workflow: string,
): Promise<AdviceReport | null> {
  const { db, workspaceId, cohort, source } = report;
  const found = await findWorkflow(db, workspaceId, workflow);
  const definition = found?.workflow.draft ?? found?.live?.definition;
  if (!found || !definition) return null;
  const { period, version } = cohort;
  const [waits, sums, { best }] = await Promise.all([
    listStageWaits(db, workspaceId, {
      workflow,
      version,
      period,
      now: source.asOf,
      limit: CASES_MAX,
    }),
    source.sums({ measures: ["delivered", "answered_after", "opted_out"] }),
    readHeatmap(report),
  ]);
  const observed = Map.groupBy(waits, ({ stage }) => stage);
  const seen = definition.stages.map(({ id }) => {
    const n = (measure: string) =>
      sums.reduce((all, sum) => all + (sum.measure === measure && sum.stage === id ? sum.n : 0), 0);
    return {
      stage: id,
      observed: (observed.get(id) ?? []).map(({ hours, isAnswered }) => ({
        x: hours,
        events: Number(isAnswered),
        censored: Number(!isAnswered),
      })),
      delivered: n("delivered"),
      answered: n("answered_after"),
      optedOut: n("opted_out"),
    };
  });
  return {
    ...scopeOf(report),
    workflow,
    revision: found.workflow.revision,
    hasDraft: found.workflow.draft !== null,
    advice: adviceOf(definition, seen, best),
    names: Object.fromEntries([
      ...definition.stages.map(({ id, name }) => [id, name]),
      ...[...walk(definition)].map(({ step }) => [step.id, step.title ?? step.id]),
    ]),
  };
}
