import type { HeatmapReport } from "@/core/contracts/analytics/heatmap";
import { csvLine } from "@/server/http/csv";

const HEAD = ["weekday", "hour", "responses", "awaiting", "rate", "estimate"];

/** One line for each hour of the week. */
export const heatmapCsv = ({ cells }: HeatmapReport): string =>
  [
    csvLine(HEAD),
    ...cells.map(({ weekday, hour, responses, awaiting, rate, estimate }) =>
      csvLine([weekday, hour, responses, awaiting, rate, estimate]),
    ),
  ].join("");
