import type { Scope } from "@/core/contracts/analytics/shapes";
import { AppError } from "@/core/errors";
import { isSegmentText } from "@/core/filter/report-unread";
import type { WorkspaceId } from "@/core/ids";
import { isArmsText } from "@/core/metrics/arm-of";
import { type Comparison, comparedPeriod, daysIn } from "@/core/metrics/compared-period";
import { type Period, periodOf } from "@/core/metrics/period";
import type { Cohort, TallySource } from "@/core/metrics/tally-sums";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";
import { nowOf } from "@/server/clock/clock";
import { openTallySource } from "./tally-source";

/** What a report is asked for: a time, and which cases. */
export type ReportAsked = Omit<Cohort, "period" | "zone"> & {
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
};

/** One report's cases, and where their numbers are read: opened once for all blocks of a page. */
export type OpenReport = {
  db: Db;
  workspaceId: WorkspaceId;
  cohort: Cohort;
  source: TallySource;
};

/** Throws `invalid`, with the field, for what no report can be of. */
export async function openReport(
  db: Db,
  workspaceId: WorkspaceId,
  { from, to, timeZone, ...filters }: ReportAsked,
): Promise<OpenReport> {
  const period = periodOf({ from, to }, timeZone, await nowOf(db, workspaceId));
  if ("refused" in period) {
    throw new AppError("invalid", "This is no time that a report can be of.", {
      errors: [period.refused],
    });
  }
  refuseMalformed(filters);
  const cohort = { ...filters, period, zone: timeZone };
  return { db, workspaceId, cohort, source: await openTallySource(db, workspaceId, cohort) };
}

/** Why cases of all workflows are told apart by no version. */
export const OF_ONE_WORKFLOW = "needs the workflow it is of";

function refuseMalformed({ arm, segment, version, workflow }: Omit<ReportAsked, "timeZone">): void {
  if (arm !== undefined && !isArmsText(arm)) {
    const message =
      'is no arm such as "first=short"; in its name , = and % stand as %2C, %3D and %25';
    throw refusal({ path: "arm", message });
  }
  if (segment !== undefined && !isSegmentText(segment)) {
    throw refusal({ path: "segment", message: "is no id of a saved view" });
  }
  if (version !== undefined && workflow === undefined) {
    throw refusal({ path: "version", message: OF_ONE_WORKFLOW });
  }
}

/** A report cannot be of this; says where and why. */
export const refusal = (error: { path: string; message: string }): AppError =>
  new AppError("invalid", "There is no report of this.", { errors: [error] });

/** The same cases of the time that a report is compared with. */
export async function compared(
  { db, workspaceId, cohort, source }: OpenReport,
  how: Comparison,
): Promise<OpenReport> {
  const period = comparedPeriod(soFar(cohort, source.asOf), cohort.zone, how);
  const other = { ...cohort, period };
  return { db, workspaceId, cohort: other, source: await openTallySource(db, workspaceId, other) };
}

/** Of more days the last one hardly counts, and whole days are kept summed up. */
const CUT_DAYS_MAX = 2;

/** A day that is not over is held against as much of the other. */
function soFar({ period, zone }: Cohort, now: Instant): Period {
  const isRunning = period.from < now && now < period.to;
  return isRunning && daysIn(period, zone) <= CUT_DAYS_MAX ? { ...period, to: now } : period;
}

/** What the report says of itself. */
export const scopeOf = ({ cohort, source }: OpenReport): Scope => ({
  from: toRfc3339(cohort.period.from),
  to: toRfc3339(cohort.period.to),
  timeZone: cohort.zone,
  asOf: toRfc3339(source.asOf),
  source: source.kind,
});
