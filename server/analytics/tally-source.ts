import { civilAt, dayOf } from "@/core/calendar/civil";
import { workingMsUpTo } from "@/core/calendar/working-hours";
import { localDate } from "@/core/calendar/zone";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { secondsOfBucket } from "@/core/metrics/duration-bucket";
import { observedFrom } from "@/core/metrics/kpis";
import type { Observed } from "@/core/metrics/risk-set";
import type { Cohort, TallySource, TallySum } from "@/core/metrics/tally-sums";
import { type Instant, MINUTE_MS } from "@/core/time";
import type { Db } from "@/db/client";
import type { PersonClause } from "@/db/queries/person-clauses";
import { hasRetired } from "@/db/queries/rollups";
import { findSavedView } from "@/db/queries/saved-views";
import {
  asksMessages,
  type CountedCases,
  type DurationRow,
  listDurations,
  sumCases,
  sumRollups,
} from "@/db/queries/tally-sums";
import { type LoadedWorkspace, loadWorkspaces } from "@/server/cases/workspace-facts";
import { nowOf } from "@/server/clock/clock";
import { peopleAddress, personClauses } from "@/server/views/person-clauses";
import { foldPending } from "./fold";

/** Up to here durations are those of the single cases; of more, and of deleted ones, those of a histogram, to 1 %. */
const EXACT_CASES_MAX = 20_000;

/**
 * The sums of a cohort as of now: from the rollups where they are kept so, otherwise from single cases. What
 * has changed since is counted first. Throws `not_found` for a segment that is no saved view of people.
 */
export async function openTallySource(
  db: Db,
  workspaceId: WorkspaceId,
  cohort: Cohort,
  { only }: { only?: "cases" } = {},
): Promise<TallySource> {
  const { cases, asOf, workspace } = await openCohort(db, workspaceId, cohort);
  return sourceOf(db, cases, { asOf, workspace, only });
}

/** The cases of a cohort as they count now. Throws as `openTallySource` does. */
export async function openCohort(db: Db, workspaceId: WorkspaceId, cohort: Cohort) {
  await foldPending(db, workspaceId);
  const workspace = (await loadWorkspaces(db, [workspaceId])).get(workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  const asOf = await nowOf(db, workspaceId);
  const cases: CountedCases = {
    ...cohort,
    workspaceId,
    days: wholeDays(cohort, workspace.timeZone, asOf),
    segment: await segmentOf(db, workspaceId, cohort, asOf),
  };
  return { cases, asOf, workspace };
}

type Reader = { asOf: Instant; workspace: LoadedWorkspace; only?: "cases" | undefined };

function sourceOf(db: Db, cases: CountedCases, { asOf, workspace, only }: Reader): TallySource {
  const { days, stage, channel } = cases;
  const kept = only === undefined && days !== null && isKept(cases) ? { ...cases, days } : null;
  const isNarrow = stage !== undefined || channel !== undefined;
  const sums: TallySource["sums"] = async (asked, by = []) => {
    if (asked.measures?.length === 0 && asked.prefix === undefined) return [];
    const fromRollups = kept && !by.includes("hour") && (!isNarrow || asksMessages(asked));
    return fromRollups ? sumRollups(db, kept, asked, by) : sumCases(db, cases, asked, by);
  };
  let exact: Promise<boolean> | undefined;
  const isExact = async (): Promise<boolean> => {
    const opened = (await sums({ measures: ["opened"], together: true })).reduce(
      (all, { n }) => all + n,
      0,
    );
    if (opened > EXACT_CASES_MAX) return false;
    // Retention deletes what is over: without it whatever is still open would look like the rule.
    return kept === null || !(await hasRetired(db, cases.workspaceId, kept.days));
  };
  return {
    kind: kept && !isNarrow ? "rollups" : "cases",
    asOf,
    sums,
    durations: async (of, clock, by) => {
      // Nothing waits for longer than its period, of which there may be very many.
      const working =
        clock === "working"
          ? workingMsUpTo(cases.period.from, asOf, workspace.calendar)
          : undefined;
      exact ??= isExact();
      if (await exact) {
        const rows = await listDurations(db, cases, of, clock, by);
        return exactly(rows, asOf, working);
      }
      const suffix = working ? "_business" : "";
      const measures = [`${of}_time${suffix}`, `${of}_ended${suffix}`, `${of}_waiting`];
      const together = by !== "channel";
      const counted = await sums(
        { measures, together, waitedTo: Math.floor(asOf / MINUTE_MS) },
        by === undefined || by === "channel" ? [] : [by],
      );
      const keyOf = (sum: TallySum) => (by === undefined ? "all" : String(sum[by] ?? ""));
      return new Map(
        [...Map.groupBy(counted, keyOf)].map(([key, group]) => [
          key,
          observedFrom(group, of, asOf, working),
        ]),
      );
    },
  };
}

/** What rollups know apart; a stage and a channel they know of messages only. */
const isKept = ({ team, topic, locale, segment }: CountedCases): boolean =>
  team === undefined && topic === undefined && locale === undefined && segment === null;

/** The period as days of the zone that sums are kept by; what ends now or later ends with its day. */
function wholeDays(
  { period, zone }: Cohort,
  kept: string,
  now: Instant,
): { from: string; to: string } | null {
  if (zone !== kept) return null;
  const midnight = (at: Instant) => fromCivil(civilAt(dayOf(toCivil(at, zone)), 0), zone) === at;
  if (!midnight(period.from)) return null;
  if (period.to < now && !midnight(period.to)) return null;
  return { from: localDate(period.from, zone), to: localDate(period.to - 1, zone) };
}

async function segmentOf(
  db: Db,
  workspaceId: WorkspaceId,
  { segment, zone }: Cohort,
  now: Instant,
): Promise<PersonClause[] | null> {
  if (segment === undefined) return null;
  const view = await findSavedView(db, workspaceId, segment, "people");
  if (!view) throw new AppError("not_found", "There is no such saved view of people.");
  const params = Object.fromEntries(new URLSearchParams(view.query));
  return personClauses(peopleAddress(params).filters, { now, viewerZone: zone });
}

function exactly(
  rows: readonly DurationRow[],
  now: Instant,
  workingMs: ((from: Instant, to: Instant) => number) | undefined,
): Map<string, Observed[]> {
  const waited = workingMs ?? ((from: Instant, to: Instant) => to - from);
  const observed = ({ seconds, ended, endedBucket, since, n }: DurationRow): Observed => {
    if (seconds !== null) return { x: seconds, events: n, censored: 0 };
    if (since === null) {
      const x = endedBucket === null ? (ended ?? 0) : secondsOfBucket(endedBucket);
      return { x, events: 0, censored: 0, competing: n };
    }
    return {
      x: Math.floor(Math.max(0, waited(since, Math.max(since, now))) / 1000),
      events: 0,
      censored: n,
    };
  };
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, group]) => [key, group.map(observed)]),
  );
}
