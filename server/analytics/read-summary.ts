import type { Kpis, SummaryReport } from "@/core/contracts/analytics/summary";
import type { Comparison } from "@/core/metrics/compared-period";
import { DUE_MEASURES, dueBy } from "@/core/metrics/due-moment";
import { kpiStrip, STRIP_MEASURES } from "@/core/metrics/kpi-strip";
import { isAsMature } from "@/core/metrics/maturity";
import { compared, type OpenReport, scopeOf } from "./open-report";

/** The numbers at a glance, and those of the time they are compared with. */
export async function readSummary(
  report: OpenReport,
  { compare }: { compare?: Comparison | undefined } = {},
): Promise<SummaryReport> {
  const other = compare && (await compared(report, compare));
  const [kpis, others] = await Promise.all([kpisOf(report), other && kpisOf(other)]);
  const then = other && scopeOf(other);
  return {
    ...scopeOf(report),
    kpis,
    compared:
      then && others
        ? { from: then.from, to: then.to, isAsMature: isAsMature(kpis, others), kpis: others }
        : null,
  };
}

async function kpisOf({ source }: OpenReport): Promise<Kpis> {
  const [sums, due, response, responseWorking, resolution] = await Promise.all([
    source.sums({ measures: STRIP_MEASURES }),
    source.sums({ measures: DUE_MEASURES, upTo: dueBy(source.asOf) }),
    source.durations("response", "wall"),
    source.durations("response", "working"),
    source.durations("resolution", "wall"),
  ]);
  return kpiStrip([...sums, ...due], {
    response: response.get("all") ?? [],
    responseWorking: responseWorking.get("all") ?? [],
    resolution: resolution.get("all") ?? [],
  });
}
