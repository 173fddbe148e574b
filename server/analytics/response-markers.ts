import type { ResponseTimeReport } from "@/core/contracts/analytics/response-time";
import { histogramMedian } from "@/core/metrics/histogram-median";
import type { OpenReport } from "./open-report";
import { stageNames, workflowsIn } from "./workflow-of";

type Markers = ResponseTimeReport["markers"];

/**
 * After how long each stage's first message left, and somebody was brought in: the median of the cases
 * where it did, from the first delivered message. Of one workflow; several have no stages in common.
 */
export async function readMarkers(report: OpenReport): Promise<Markers> {
  const [workflow, another] = await workflowsIn(report);
  if (workflow === undefined || another !== undefined) return [];
  const [names, sums] = await Promise.all([
    stageNames(report, workflow, report.cohort.version),
    report.source.sums({ measures: ["stage_began", "escalation_began"] }),
  ]);
  const medianOf = (measure: string, stage: string) =>
    histogramMedian(sums.filter((sum) => sum.measure === measure && sum.stage === stage));
  const stages = names.map(({ id, name }) => ({
    stage: id,
    name,
    seconds: medianOf("stage_began", id),
    escalation: false,
  }));
  const seconds = medianOf("escalation_began", "");
  const escalation = { stage: "", name: "", seconds, escalation: true };
  return [...stages, escalation].flatMap((marker) =>
    marker.seconds === null ? [] : [{ ...marker, seconds: marker.seconds }],
  );
}
