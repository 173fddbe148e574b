import { endOfDay } from "@/core/calendar/zone";
import type { Experiment, ExperimentsReport } from "@/core/contracts/analytics/experiments";
import type { WorkspaceId } from "@/core/ids";
import { armOfStep } from "@/core/metrics/arm-of";
import { analyse, type ExperimentResult } from "@/core/metrics/experiment";
import { type ExperimentMetric, HORIZON_DAYS_DEFAULT } from "@/core/metrics/experiment-case";
import { PERIOD_DAYS_MAX, periodOf } from "@/core/metrics/period";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { HOLDOUT_ARM } from "@/core/workflow/compile";
import { walk } from "@/core/workflow/definition";
import type { Split } from "@/core/workflow/step";
import type { Db } from "@/db/client";
import { lastRetiredArmDay, listArmCases, type StoredArmCase } from "@/db/queries/arm-cases";
import { findWorkflow, listVersions } from "@/db/queries/workflows";
import { loadWorkspaces } from "@/server/cases/workspace-facts";
import { nowOf } from "@/server/clock/clock";
import { foldPending } from "./fold";
import { refusal } from "./open-report";

/** Cases that one reading counts at most. */
const CASES_MAX = 200_000;
const VERSIONS_MAX = 200;

export type ExperimentsAsked = {
  workflow?: string | undefined;
  /** Of the cases' opening; without it as long ago as a report may reach. */
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
  metric?: ExperimentMetric | undefined;
  horizonDays?: number | undefined;
  /** In each split that has an arm of this name; otherwise the first one, or the holdout beside a single arm. */
  control?: string | undefined;
};

/** A split with everything its versions have called its arms. */
type SplitSeen = {
  step: string;
  /** Of the newest version that has it. */
  newest: Split;
  isLive: boolean;
  names: Map<string, { isHoldout: boolean }>;
  /** Share of each arm, by version. */
  shares: Map<number, Map<string, number>>;
};

/** What the splits of a workflow show. Throws `invalid` without a workflow, and for a period that is none. */
export async function readExperiments(
  db: Db,
  workspaceId: WorkspaceId,
  asked: ExperimentsAsked,
): Promise<ExperimentsReport> {
  const { workflow, timeZone, metric = "on_time", horizonDays = HORIZON_DAYS_DEFAULT } = asked;
  if (workflow === undefined) throw refusal({ path: "workflow", message: "is required" });
  await foldPending(db, workspaceId);
  const now = await nowOf(db, workspaceId);
  const found = periodOf(asked, timeZone, now);
  if ("refused" in found) throw refusal(found.refused);
  const earliest = found.to - PERIOD_DAYS_MAX * DAY_MS;
  const whole = asked.from === undefined ? { from: earliest, to: found.to } : found;
  const kept = await keptSince(db, workspaceId, workflow);
  const isCut = kept !== null && kept > whole.from;
  const period = isCut ? { from: Math.min(kept, whole.to), to: whole.to } : whole;
  const [splits, stored] = await Promise.all([
    splitsOf(db, workspaceId, workflow),
    listArmCases(db, workspaceId, { workflow, period, limit: CASES_MAX }),
  ]);
  const about = { metric, horizonMs: horizonDays * DAY_MS, now, control: asked.control };
  return {
    from: toRfc3339(period.from),
    to: toRfc3339(period.to),
    asOf: toRfc3339(now),
    timeZone,
    workflow,
    metric,
    horizonDays,
    keptSince: isCut ? toRfc3339(kept) : null,
    isLimited: stored.length === CASES_MAX,
    experiments: splits.map((split) => experimentOf(split, stored, about)),
  };
}

/**
 * Since when no case of the splits was deleted; null where none ever was. Retention deletes what is over:
 * among the cases of earlier days those that stayed open would be the rule, and the more so in the better
 * arm.
 */
async function keptSince(
  db: Db,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<Instant | null> {
  const [day, workspaces] = await Promise.all([
    lastRetiredArmDay(db, workspaceId, workflow),
    loadWorkspaces(db, [workspaceId]),
  ]);
  const workspace = workspaces.get(workspaceId);
  return day === null || !workspace ? null : endOfDay(day, workspace.timeZone) + 1;
}

/** The splits of all versions, those of the newest first. */
async function splitsOf(db: Db, workspaceId: WorkspaceId, workflow: string): Promise<SplitSeen[]> {
  const [found, { rows }] = await Promise.all([
    findWorkflow(db, workspaceId, workflow),
    listVersions(db, workspaceId, workflow, { limit: VERSIONS_MAX }),
  ]);
  const seen = new Map<string, SplitSeen>();
  for (const { version, definition } of rows) {
    for (const { step } of walk(definition)) {
      if (step.kind !== "split" || step.disabled) continue;
      const isLive = version === found?.live?.version;
      const split = seen.get(step.id) ?? {
        step: step.id,
        newest: step,
        isLive: false,
        names: new Map(),
        shares: new Map(),
      };
      seen.set(step.id, { ...split, isLive: split.isLive || isLive });
      const weights = weightsOf(step);
      for (const name of weights.keys()) {
        split.names.set(name, { isHoldout: name === HOLDOUT_ARM && !isArm(step, name) });
      }
      const sum = [...weights.values()].reduce((a, b) => a + b, 0);
      split.shares.set(version, new Map([...weights].map(([name, w]) => [name, w / sum])));
    }
  }
  return [...seen.values()];
}

const isArm = ({ arms }: Split, name: string): boolean => arms.some((arm) => arm.name === name);

const weightsOf = ({ arms, holdout }: Split): Map<string, number> =>
  new Map([
    ...arms.map(({ name, weight }) => [name, weight] as const),
    ...(holdout ? [[HOLDOUT_ARM, holdout] as const] : []),
  ]);

function experimentOf(
  split: SplitSeen,
  stored: readonly StoredArmCase[],
  about: { metric: ExperimentMetric; horizonMs: number; now: Instant; control: string | undefined },
): Experiment {
  const names = [...split.names.keys()];
  const cases = stored.flatMap((one) => {
    const arm = armOfStep(one.arm, split.step, names);
    return arm === null ? [] : [{ ...one, arm }];
  });
  const came = new Set(cases.map(({ arm }) => arm));
  const current = weightsOf(split.newest);
  const arms = [...split.names]
    .filter(([name]) => came.has(name) || current.has(name))
    .map(([name, { isHoldout }]) => ({ name, holdout: isHoldout }));
  const result = analyse({
    ...about,
    cases,
    arms,
    control: controlOf(arms, about.control),
    expected: expectedIn(split, cases),
    since: cases[0]?.openedAt ?? about.now,
  });
  return {
    ...said(result),
    step: split.step,
    title: split.newest.title ?? null,
    isLive: split.isLive,
  };
}

function controlOf(arms: readonly { name: string; holdout: boolean }[], asked?: string): string {
  if (arms.some(({ name }) => name === asked)) return asked ?? "";
  const sending = arms.filter(({ holdout }) => !holdout);
  return (
    (sending.length > 1 ? sending[0] : (arms.find(({ holdout }) => holdout) ?? arms[0]))?.name ?? ""
  );
}

/** How many people each arm should have: each counts by the weights of the version they first came with. */
function expectedIn({ shares }: SplitSeen, cases: readonly StoredArmCase[]): Map<string, number> {
  const met = new Set<string>();
  const expected = new Map<string, number>();
  for (const { unit, version } of cases) {
    if (met.has(unit)) continue;
    met.add(unit);
    for (const [arm, share] of shares.get(version) ?? []) {
      expected.set(arm, (expected.get(arm) ?? 0) + share);
    }
  }
  return expected;
}

function said({ arms, sampleRatio, ...result }: ExperimentResult) {
  return {
    ...result,
    isRatioOff: sampleRatio?.isOff ?? false,
    ratioP: sampleRatio?.p ?? null,
    arms: arms.map(({ holdout, guardrails, ...arm }) => ({
      ...arm,
      isHoldout: holdout,
      optedOut: guardrails.opted_out,
      complained: guardrails.complained,
      escalated: guardrails.escalated,
    })),
  };
}
