import type { Curve, ResponseTimeReport } from "@/core/contracts/analytics/response-time";
import { csvLine } from "@/server/http/csv";

const HEAD = ["table", "key", "seconds", "value", "low", "high", "n", "exact", "no_value_because"];

type Row = {
  key: string;
  seconds?: number | null;
  value?: number | string | null;
  low?: number | null;
  high?: number | null;
  n?: number;
  exact?: number;
  why?: string | null;
};

const line = (table: string, row: Row): string =>
  csvLine([
    table,
    row.key,
    row.seconds ?? null,
    row.value ?? null,
    row.low ?? null,
    row.high ?? null,
    row.n ?? null,
    row.exact ?? null,
    row.why ?? null,
  ]);

/** The report's tables as one, told apart by the first column. Limits of a time are seconds, of a share shares. */
export function responseTimeCsv(report: ResponseTimeReport): string {
  const { curves, markers, incidence, answeredAfter, unattributed } = report;
  return [
    csvLine(HEAD),
    ...curves.flatMap(curveLines),
    ...markers.map(({ stage, seconds, escalation }) =>
      line("marker", { key: escalation ? "escalation" : stage, seconds }),
    ),
    ...(incidence ?? []).flatMap(({ seconds, resolved, ended }) => [
      line("incidence", { key: report.of, seconds, value: resolved }),
      line("incidence", { key: "ended", seconds, value: ended }),
    ]),
    ...answeredAfter.map(({ stage, channel, place, n, exact }) =>
      line("answered_after", { key: `${stage}/${channel}/${place}`, n, exact }),
    ),
    line("answered_after", { key: "unattributed", n: unattributed }),
  ].join("");
}

function curveLines({ key, cases, events, points, atRisk, ...curve }: Curve): string[] {
  const { restrictedMean: mean } = curve;
  return [
    line("cases", { key, n: cases }),
    line("events", { key, n: events }),
    ...(["p25", "p50", "p75", "p90"] as const).map((name) => line(name, { key, ...curve[name] })),
    ...(mean ? [line("restricted_mean", { key, ...mean, value: mean.upTo })] : []),
    ...points.map(({ share, atRisk: n, ...point }) =>
      line("curve", { key, ...point, value: share, n }),
    ),
    ...atRisk.map((row) => line("at_risk", { key, ...row })),
  ];
}
