import type { HeatCell, HeatmapReport } from "@/core/contracts/analytics/heatmap";
import { bestWindow } from "@/core/metrics/best-window";
import { heatOf } from "@/core/metrics/heat";
import { ratioOf } from "@/core/metrics/kpis";
import { shrunkRates } from "@/core/metrics/shrink";
import { type OpenReport, scopeOf } from "./open-report";

const HOURS = 24;

/** When people answer, by the hour of their own week. */
export async function readHeatmap(report: OpenReport): Promise<HeatmapReport> {
  const sums = await report.source.sums({
    measures: ["heat_response", "heat_wait_step"],
    together: true,
  });
  const hours = heatOf(sums).map(({ responses, awaiting }, i) => ({
    weekday: Math.floor(i / HOURS) + 1,
    hour: i % HOURS,
    responses,
    awaiting,
  }));
  const rates = shrunkRates(hours.map(({ responses: n, awaiting: of }) => ({ n, of })));
  const cells = hours.map(
    (hour, i): HeatCell => ({
      ...hour,
      rate: ratioOf(hour.responses, hour.awaiting).rate,
      estimate: rates?.[i] ?? null,
    }),
  );
  const total = (of: "responses" | "awaiting") => hours.reduce((n, hour) => n + hour[of], 0);
  return {
    ...scopeOf(report),
    cells,
    all: ratioOf(total("responses"), total("awaiting")),
    best: bestWindow(hours),
  };
}
