import { HOUR_MS, type Instant } from "@/core/time";
import {
  type ArmCase,
  type ExperimentMetric,
  GUARDRAILS,
  type Guardrail,
  hits,
  hoursOpen,
  succeeded,
} from "./experiment-case";
import {
  alwaysOf,
  type Difference,
  differenceOfShares,
  type Shares,
  shareOf,
  sharesOf,
  widening,
} from "./experiment-difference";
import type { Interval } from "./interval";
import { rmstDifference } from "./log-rank";
import { normalQuantile } from "./normal";
import { type SampleRatio, sampleRatio } from "./sample-ratio";
import { casesNeeded, daysUntil } from "./sample-size";

/** Below this many cases of an arm its shares stand as counts, and nothing is compared. */
const CASES_MIN = 20;
const ALPHA = 0.05;
/** The change an experiment is planned to see, in shares. */
export const CHANGE_PLANNED = 0.05;

export type ExperimentArm = { name: string; holdout: boolean };

export type ExperimentAsked = {
  cases: readonly ArmCase[];
  arms: readonly ExperimentArm[];
  /** The arm that the others are held against; an arm of that name must be there. */
  control: string;
  metric: ExperimentMetric;
  horizonMs: number;
  now: Instant;
  /** How many people each arm should have, as the versions in which they came say. */
  expected: ReadonlyMap<string, number>;
  /** Cases came since; what is to come is guessed from it. */
  since: Instant;
};

export type ArmResult = ExperimentArm & {
  people: number;
  cases: number;
  /** Too young to tell. */
  pending: number;
  /** Old enough, and those of them that had it. */
  counted: number;
  had: number;
  rate: Interval | null;
  guardrails: Record<Guardrail, number>;
  delivered: number;
  resolved: number;
  /** Delivered messages to a resolution; null without one, or with too few cases. */
  messagesPerResolution: number | null;
};

export type GuardrailResult = {
  of: Guardrail;
  /** Of cases, less the control's; null where there is nothing to hold it against. */
  difference: Interval | null;
  isBroken: boolean;
};

export type Verdict =
  | "too_few"
  | "better"
  | "breaks_guardrail"
  | "worse"
  | "no_difference"
  | "open";

export type ArmComparison = {
  arm: string;
  /** Shares, or hours saved. */
  always: Interval | null;
  /** Null until the planned number was reached. */
  fixed: Interval | null;
  lift: Interval | null;
  guardrails: GuardrailResult[];
  verdict: Verdict;
};

export type ExperimentResult = {
  control: string;
  arms: ArmResult[];
  /** Null without people. */
  sampleRatio: SampleRatio | null;
  /** Empty where the sample ratio is off: such results mean nothing. */
  comparisons: ArmComparison[];
  /** People who came to another arm later, when weights were changed: counted where they were first. */
  crossed: number;
  /** For each arm, to see a change of `CHANGE_PLANNED`; null where shares leave no room for it. */
  planned: number | null;
  /** Cases still to come over all arms, and days until then at today's pace. */
  missing: { cases: number; days: number | null } | null;
  winner: string | null;
};

/**
 * What an experiment shows so far, as assigned (intention to treat): every case counts for the arm its
 * person came to first, whatever was sent to them. Limits hold by person, and for all arms together
 * (Bonferroni).
 */
export function analyse(asked: ExperimentAsked): ExperimentResult {
  const { control, arms } = asked;
  const { cases, crossed } = asFirstAssigned(asked.cases);
  const byArm = Map.groupBy(cases, ({ arm }) => arm);
  const of = (name: string) => byArm.get(name) ?? [];
  const alpha = ALPHA / Math.max(1, arms.length - 1);
  const z = normalQuantile(1 - alpha / 2);
  const results = arms.map((arm) => armResult(arm, of(arm.name), asked, z));
  const counts = results.map(({ people }) => people);
  const expected = arms.map(({ name }) => asked.expected.get(name) ?? 0);
  const ratio = counts.some((n) => n > 0) ? sampleRatio(counts, expected) : null;
  const base = results.find(({ name }) => name === control);
  const planned = base ? plannedFor(base) : null;
  const comparisons =
    ratio?.isOff || !base
      ? []
      : results
          .filter(({ name }) => name !== control)
          .map((arm) => compared(arm, base, { asked, of, alpha, planned }));
  return {
    control,
    arms: results,
    sampleRatio: ratio,
    comparisons,
    crossed,
    planned,
    missing: planned === null ? null : missingFrom(results, planned, asked),
    winner: winnerOf(results, comparisons, control),
  };
}

/** A person stays where they were first, also when a change of weights has moved them since. */
function asFirstAssigned(cases: readonly ArmCase[]): { cases: ArmCase[]; crossed: number } {
  const first = new Map<string, string>();
  const crossed = new Set<string>();
  const kept = cases
    .toSorted((a, b) => a.openedAt - b.openedAt)
    .map((one) => {
      const arm = first.get(one.unit) ?? one.arm;
      first.set(one.unit, arm);
      if (arm !== one.arm) crossed.add(one.unit);
      return arm === one.arm ? one : { ...one, arm };
    });
  return { cases: kept, crossed: crossed.size };
}

function armResult(
  arm: ExperimentArm,
  cases: readonly ArmCase[],
  { metric, horizonMs, now }: ExperimentAsked,
  z: number,
): ArmResult {
  const { shares, pending } = judged(cases, metric, { horizonMs, now });
  const counting = (what: (one: ArmCase) => boolean) => cases.filter(what).length;
  const delivered = cases.reduce((sum, one) => sum + one.delivered, 0);
  const resolved = counting(({ status }) => status === "resolved");
  return {
    ...arm,
    people: new Set(cases.map(({ unit }) => unit)).size,
    cases: cases.length,
    pending,
    counted: shares.n,
    had: shares.x,
    rate: shares.n < CASES_MIN ? null : shareOf(shares, z),
    guardrails: {
      opted_out: counting(hits.opted_out),
      complained: counting(hits.complained),
      escalated: counting(hits.escalated),
    },
    delivered,
    resolved,
    messagesPerResolution: cases.length < CASES_MIN || !resolved ? null : delivered / resolved,
  };
}

function judged(
  cases: readonly ArmCase[],
  metric: ExperimentMetric,
  when: { horizonMs: number; now: Instant },
): { shares: Shares; pending: number } {
  const old: { unit: string; had: boolean }[] = [];
  let pending = 0;
  for (const one of cases) {
    const had = succeeded(one, metric, when);
    if (had !== null) old.push({ unit: one.unit, had });
    // Without a due moment a case is never on time nor late.
    else if (metric !== "on_time" || one.dueAt !== null) pending += 1;
  }
  return { shares: sharesOf(old), pending };
}

/** In steps of 10 % of the control's share, so that the plan does not move with every case. */
function plannedFor({ counted, had }: ArmResult): number | null {
  const share = counted < CASES_MIN ? 0.5 : Math.round((10 * had) / counted) / 10;
  const base = Math.min(0.9, Math.max(0.1, share));
  return casesNeeded({ base, change: CHANGE_PLANNED });
}

type Around = {
  asked: ExperimentAsked;
  of: (arm: string) => readonly ArmCase[];
  alpha: number;
  planned: number | null;
};

function compared(arm: ArmResult, control: ArmResult, around: Around): ArmComparison {
  const { asked, of, planned } = around;
  const guardrails = GUARDRAILS.map((each) => guardrail(each, arm, control, around));
  const nothing = { arm: arm.name, always: null, fixed: null, lift: null, guardrails };
  const least = Math.min(arm.counted, control.counted);
  if (least < CASES_MIN || planned === null) return { ...nothing, verdict: "too_few" };
  const found =
    asked.metric === "hours"
      ? hoursSaved(of(arm.name), of(control.name), { ...around, planned })
      : differenceOfShares(sharesIn(arm.name, around), sharesIn(control.name, around), {
          alpha: around.alpha,
          planned: 2 * planned,
        });
  if (found === null) return { ...nothing, verdict: "too_few" };
  const fixed = least >= planned ? found.fixed : null;
  const lift = fixed ? found.lift : null;
  return {
    ...nothing,
    always: found.always,
    fixed,
    lift,
    verdict: verdictOf({ ...found, fixed }, guardrails),
  };
}

const sharesIn = (arm: string, { asked, of }: Around): Shares =>
  judged(of(arm), asked.metric, asked).shares;

/** Mean hours that the arm's cases are open less than the control's, up to the horizon. */
function hoursSaved(
  arm: readonly ArmCase[],
  control: readonly ArmCase[],
  { asked, alpha, planned }: Around & { planned: number },
): Difference | null {
  const watched = [control, arm].map((cases) => cases.map((one) => hoursOpen(one, asked.now)));
  const [b = [], a = []] = watched;
  const enough = watched.every((all) => all.filter(({ events }) => events > 0).length >= CASES_MIN);
  const upTo = Math.min(asked.horizonMs, followed(arm, asked), followed(control, asked)) / HOUR_MS;
  if (!enough || upTo <= 0) return null;
  const { value, se } = rmstDifference(b, a, upTo);
  const wide = [arm, control].map((cases) => widening(judged(cases, "resolution", asked).shares));
  const robust = { value, se: se * Math.max(1, ...wide) };
  const half = normalQuantile(1 - alpha / 2) * robust.se;
  return {
    fixed: { value, low: value - half, high: value + half },
    always: alwaysOf(robust, { n: a.length + b.length, planned: 2 * planned, alpha }),
    lift: null,
  };
}

/** For how long the first case has been followed: beyond it nothing is known of the arm. */
const followed = (cases: readonly ArmCase[], { now }: ExperimentAsked): number =>
  cases.reduce((most, { openedAt }) => Math.max(most, now - openedAt), 0);

/** A control that gets no messages brings no opt-outs: nothing to hold an arm that sends against. */
function guardrail(
  each: Guardrail,
  arm: ArmResult,
  control: ArmResult,
  { of, alpha, planned }: Around,
): GuardrailResult {
  const comparable = each === "escalated" || !(control.holdout || arm.holdout);
  const enough = Math.min(arm.cases, control.cases) >= CASES_MIN && planned !== null;
  if (!comparable || !enough) return { of: each, difference: null, isBroken: false };
  const [a, b] = [arm, control].map(({ name }) =>
    sharesOf(of(name).map((one) => ({ unit: one.unit, had: hits[each](one) }))),
  );
  if (!a || !b) return { of: each, difference: null, isBroken: false };
  const { always } = differenceOfShares(a, b, { alpha, planned: 2 * planned });
  return { of: each, difference: always, isBroken: always.low > 0 };
}

/** Only limits that hold however often somebody looks decide: the fixed ones are drawn anew at each look. */
function verdictOf(
  { always, fixed }: { always: Interval; fixed: Interval | null },
  guardrails: readonly GuardrailResult[],
): Verdict {
  if (always.high < 0) return "worse";
  if (always.low > 0) {
    return guardrails.some(({ isBroken }) => isBroken) ? "breaks_guardrail" : "better";
  }
  return fixed && fixed.low <= 0 && fixed.high >= 0 ? "no_difference" : "open";
}

function missingFrom(
  arms: readonly ArmResult[],
  planned: number,
  { since, now }: ExperimentAsked,
): { cases: number; days: number | null } {
  const elapsed = Math.max(1, (now - since) / (24 * HOUR_MS));
  const left = arms.map((arm) => Math.max(0, planned - arm.counted - arm.pending));
  const days = arms.map((arm, i) => daysUntil(left[i] ?? 0, arm.cases / elapsed));
  const never = days.some((each) => each === null);
  return {
    cases: left.reduce((a, b) => a + b, 0),
    days: never ? null : Math.max(0, ...days.map((each) => each ?? 0)),
  };
}

/** The best arm that is better than the control and breaks nothing; the control, where all are worse. */
function winnerOf(
  arms: readonly ArmResult[],
  comparisons: readonly ArmComparison[],
  control: string,
): string | null {
  const isHoldout = (name: string) => arms.find((arm) => arm.name === name)?.holdout ?? false;
  const better = comparisons
    .filter(({ verdict, arm }) => verdict === "better" && !isHoldout(arm))
    .toSorted((a, b) => (b.always?.value ?? 0) - (a.always?.value ?? 0));
  if (better[0]) return better[0].arm;
  const allWorse =
    comparisons.length > 0 &&
    comparisons.every(({ verdict }) => verdict === "worse" || verdict === "breaks_guardrail");
  return allWorse && !isHoldout(control) ? control : null;
}
