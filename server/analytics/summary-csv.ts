import type { Kpis, SummaryReport } from "@/core/contracts/analytics/summary";
import { csvLine } from "@/server/http/csv";

const HEAD = [
  "period",
  "number",
  "value",
  "numerator",
  "denominator",
  "low",
  "high",
  "no_value_because",
];

type Line = [
  number: string,
  value: number | null,
  n?: number | null,
  of?: number | null,
  low?: number | null,
  high?: number | null,
  why?: string | null,
];

/** One line for each number of each period. Shares are fractions, times are seconds. */
export function summaryCsv({ kpis, compared }: SummaryReport): string {
  const lines = [
    ...linesOf("this", kpis),
    ...(compared === null ? [] : linesOf("compared", compared.kpis)),
  ];
  return [csvLine(HEAD), ...lines].join("");
}

function linesOf(period: string, kpis: Kpis): string[] {
  const ratio = (number: string, { n, of, rate }: Kpis["onTime"]): Line => [number, rate, n, of];
  const time = (number: string, { seconds, low, high, why }: Kpis["medianToResponse"]): Line => [
    number,
    seconds,
    null,
    null,
    low,
    high,
    why,
  ];
  const { messagesPerResolved: per, opens } = kpis;
  const lines: Line[] = [
    ["opened", kpis.opened],
    ["open", kpis.open],
    ratio("on_time", kpis.onTime),
    ratio("response", kpis.response),
    time("median_seconds_to_response", kpis.medianToResponse),
    time("median_working_seconds_to_response", kpis.medianToResponseWorking),
    time("median_seconds_to_resolution", kpis.medianToResolution),
    ratio("resolution", kpis.resolution),
    ratio("promised", kpis.promised),
    ratio("escalation", kpis.escalation),
    ["messages_per_resolved", per.value, per.messages, per.resolved],
    ratio("delivery", kpis.delivery),
    ["opens", opens.rate, opens.human, opens.tracked - opens.machine, opens.low, opens.high],
    ["opens_observability", opens.observability, opens.tracked - opens.machine, opens.tracked],
    ratio("clicks", kpis.clicks),
    ratio("opt_outs", kpis.optOuts),
    ratio("reach", kpis.reach),
    ratio("dead_end", kpis.deadEnd),
  ];
  return lines.map(([number, value, n = null, of = null, low = null, high = null, why = null]) =>
    csvLine([period, number, value, n, of, low, high, why]),
  );
}
