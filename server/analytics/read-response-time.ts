import type { ResponseTimeReport } from "@/core/contracts/analytics/response-time";
import {
  comparedPace,
  curveOf,
  incidencesOf,
  riskMoments,
  watchedUpTo,
} from "@/core/metrics/curve-of";
import { percentileOf } from "@/core/metrics/kpis";
import type { Observed } from "@/core/metrics/risk-set";
import { totalsOf } from "@/core/metrics/total-of";
import { OF_ONE_WORKFLOW, type OpenReport, refusal, scopeOf } from "./open-report";
import { readMarkers } from "./response-markers";

export type ResponseTimeAsked = {
  of?: ResponseTimeReport["of"] | undefined;
  clock?: ResponseTimeReport["clock"] | undefined;
  by?: "version" | "channel" | "arm" | undefined;
};

/** More lines than these cannot be told apart; the largest groups stay. */
const CURVES_MAX = 8;

/**
 * How long it takes from the first delivered message; what is still open counts for as long as it has been.
 * Throws `invalid` for versions of no one workflow.
 */
export async function readResponseTime(
  report: OpenReport,
  { of = "response", clock = "wall", by }: ResponseTimeAsked = {},
): Promise<ResponseTimeReport> {
  const { source, cohort } = report;
  if (by === "version" && cohort.workflow === undefined) {
    throw refusal({ path: "by", message: `version ${OF_ONE_WORKFLOW}` });
  }
  const [durations, sums, markers] = await Promise.all([
    source.durations(of, clock, by),
    source.sums({ measures: ["answered_after", "answered_exactly", "unattributed"] }),
    clock === "wall" ? readMarkers(report) : [],
  ]);
  const groups = groupsOf(durations);
  const observed = groups.map(([, rows]) => rows);
  const upTo = watchedUpTo(observed);
  const moments = riskMoments(observed);
  const n = totalsOf(sums);
  return {
    ...scopeOf(report),
    of,
    clock,
    curves: groups.map(([key, rows]) => ({
      key,
      ...curveOf(rows, { upTo, moments }),
      p25: percentileOf(rows, 0.25),
      p50: percentileOf(rows, 0.5),
      p75: percentileOf(rows, 0.75),
      p90: percentileOf(rows, 0.9),
    })),
    markers,
    incidence: by === undefined ? incidencesOf(observed[0] ?? []) : null,
    answeredAfter: answeredAfter(sums),
    unattributed: n("unattributed"),
    // What arms make differ is told by experiments, which check that people fell into them as they should.
    compared: by === undefined || by === "arm" ? null : comparedOf(groups, upTo),
  };
}

type Groups = [string, readonly Observed[]][];

/** By key, a number by its value: version 10 comes after version 9. */
function groupsOf(durations: ReadonlyMap<string, readonly Observed[]>): Groups {
  const size = (rows: readonly Observed[]) =>
    rows.reduce((n, { events, censored, competing = 0 }) => n + events + censored + competing, 0);
  return [...durations]
    .filter(([, rows]) => rows.length > 0)
    .toSorted(([, a], [, b]) => size(b) - size(a))
    .slice(0, CURVES_MAX)
    .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}

function answeredAfter(
  sums: Awaited<ReturnType<OpenReport["source"]["sums"]>>,
): ResponseTimeReport["answeredAfter"] {
  const rows = new Map<string, ResponseTimeReport["answeredAfter"][number]>();
  for (const { measure, stage, channel, bucket: place, n } of sums) {
    if (measure === "unattributed") continue;
    const key = `${stage}|${channel}|${place}`;
    const row = rows.get(key) ?? { stage, channel, place, n: 0, exact: 0 };
    row[measure === "answered_exactly" ? "exact" : "n"] += n;
    rows.set(key, row);
  }
  return [...rows.values()].toSorted(
    (a, b) => a.place - b.place || (`${a.stage} ${a.channel}` < `${b.stage} ${b.channel}` ? -1 : 1),
  );
}

function comparedOf(groups: Groups, upTo: number): ResponseTimeReport["compared"] {
  const [a, b, more] = groups;
  if (!a || !b || more) return null;
  return { groups: [a[0], b[0]], ...comparedPace(a[1], b[1], upTo) };
}
