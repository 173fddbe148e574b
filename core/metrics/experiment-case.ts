import type { CaseStatus } from "@/core/case/state";
import { HOUR_MS, type Instant } from "@/core/time";
import type { Observed } from "./survival";

/** One case that came to a split, as experiments count it. */
export type ArmCase = {
  /** The person, so that cases of one are not taken for independent ones. */
  unit: string;
  arm: string;
  version: number;
  openedAt: Instant;
  respondedAt: Instant | null;
  endedAt: Instant | null;
  status: CaseStatus;
  dueAt: Instant | null;
  escalatedAt: Instant | null;
  delivered: number;
  optedOut: number;
  complained: number;
};

/** What an experiment is judged by. */
export const EXPERIMENT_METRICS = ["response", "on_time", "resolution", "hours"] as const;
export type ExperimentMetric = (typeof EXPERIMENT_METRICS)[number];

export const HORIZON_DAYS_DEFAULT = 14;
export const HORIZON_DAYS_MAX = 90;

/**
 * Whether a case had what the metric counts; null while it is too young to tell: then it is pending,
 * for a case that is merely young is no failure. Every case is followed for the same time from its
 * opening (or to its due moment), whatever became of it meanwhile: one that was answered early must
 * not be counted before its neighbours can be.
 */
export function succeeded(
  one: ArmCase,
  metric: ExperimentMetric,
  { horizonMs, now }: { horizonMs: number; now: Instant },
): boolean | null {
  if (metric === "on_time") {
    if (one.dueAt === null || one.dueAt > now) return null;
    return resolvedBy(one, one.dueAt);
  }
  const until = one.openedAt + horizonMs;
  if (until > now) return null;
  if (metric !== "response") return resolvedBy(one, until);
  return one.respondedAt !== null && one.respondedAt <= until;
}

const resolvedBy = ({ status, endedAt }: ArmCase, until: Instant): boolean =>
  status === "resolved" && endedAt !== null && endedAt <= until;

/** Hours from the opening to the resolution; what is open, or ended otherwise, was watched until then. */
export function hoursOpen({ openedAt, endedAt, status }: ArmCase, now: Instant): Observed {
  const x = Math.max(0, ((endedAt ?? now) - openedAt) / HOUR_MS);
  const isResolved = status === "resolved" && endedAt !== null;
  return { x, events: isResolved ? 1 : 0, censored: isResolved ? 0 : 1 };
}

/** What a better arm must not pay with. */
export const GUARDRAILS = ["opted_out", "complained", "escalated"] as const;
export type Guardrail = (typeof GUARDRAILS)[number];

export const hits: Record<Guardrail, (one: ArmCase) => boolean> = {
  opted_out: ({ optedOut }) => optedOut > 0,
  complained: ({ complained }) => complained > 0,
  escalated: ({ escalatedAt }) => escalatedAt !== null,
};
