import type { CaseStatus } from "@/core/case/state";
import type { Channel } from "@/core/template/channel";
import { type Instant, MINUTE_MS } from "@/core/time";
import { armsText } from "./arm-of";
import { type Attribution, attributionOf } from "./attribution";
import { type CaseMoments, momentsOf } from "./case-moments";
import { countTimes, elapsedWith } from "./case-times";
import { isDeadEnd } from "./dead-end";
import { countEscalation, escalatedAt, isHeldOut } from "./escalation-facts";
import { countHeat } from "./heat";
import type { Tallies } from "./measure";
import { countMessage, hasComplaint, hasOptedOut, wasHandedOver } from "./message-facts";
import type { RawCase, RawMessage } from "./raw-case";
import { countStages } from "./stage-facts";
import { type Count, startTallies } from "./tally-count";

/**
 * What one case means for every number: columns to filter and to measure by, and how much it counts in
 * each measure. A function of what is stored, never of now, so that any recount gives the same.
 */
export type CaseFacts = {
  /** As `armsText` writes them, in the order of steps; empty: no experiment. */
  arm: string;
  holdout: boolean;
  /** Of its messages, the first one's. */
  topic: string | null;
  openedAt: Instant;
  /**
   * When the first message to its person was delivered: from here it is waited for. In a holdout when
   * it would have left, so that arms are compared from the same moment: no report of what was really
   * sent takes it for a delivery.
   */
  sentAt: Instant | null;
  /** The first response, or the resolution by a human without one. */
  respondedAt: Instant | null;
  endedAt: Instant | null;
  status: CaseStatus;
  dueAt: Instant | null;
  /** In a holdout when it would have been, so that arms are compared as they were assigned. */
  escalatedAt: Instant | null;
  promised: boolean;
  /**
   * From `sentAt`, in whole seconds of wall and of working time; 0 for what came before it. Null
   * without a response, or a resolution.
   */
  responseSeconds: number | null;
  responseWorkingSeconds: number | null;
  resolutionSeconds: number | null;
  resolutionWorkingSeconds: number | null;
  /** Those with a delivered message. */
  channels: readonly Channel[];
  stages: readonly string[];
  delivered: number;
  /** Complaints among them. */
  optedOut: number;
  complained: number;
  tallies: Tallies;
};

export type AboutCase = {
  /** The person's. */
  zone: string;
  /** Working time between two moments, by the person's calendar. */
  workingMs: (from: Instant, to: Instant) => number;
};

/** The facts of a case, from what is stored of it. The order of its messages and turns does not count. */
export function factsOf(raw: RawCase, about: AboutCase): CaseFacts {
  const moments = momentsOf(raw);
  const { delivered, sentAt, respondedAt, endedAt } = moments;
  const { tallies, count } = startTallies();
  const resolvedAt = raw.status === "resolved" ? endedAt : null;
  const escalated = escalatedAt(raw);
  const elapsed = elapsedWith(about.workingMs);

  countOutcome(raw, moments, count);
  countDue(raw, resolvedAt, count);
  countEscalation(raw, moments, count);
  const toldAt = isHeldOut(raw) ? null : escalated;
  countTimes(moments, { resolvedAt, escalatedAt: toldAt }, elapsed, count);
  const attribution = respondedAt === null ? null : attributionOf(raw, delivered, respondedAt);
  if (respondedAt !== null) countAttribution(attribution, count);
  countStages(raw, moments, count);
  for (const message of raw.messages) countMessage(message, count);
  const isTheirs = !attribution?.exact || attribution.message.personId === raw.personId;
  countHeat(raw, moments, { zone: about.zone, isTheirs }, count);

  const left = raw.messages.filter(wasHandedOver);
  const responded = elapsed(sentAt, respondedAt);
  const resolved = elapsed(sentAt, resolvedAt);
  return {
    arm: armOf(raw),
    holdout: raw.holdout,
    topic: raw.messages.toSorted(byPlan)[0]?.topic ?? null,
    openedAt: raw.openedAt,
    sentAt,
    respondedAt,
    endedAt,
    status: raw.status,
    dueAt: raw.dueAt,
    escalatedAt: escalated,
    promised: raw.promisedAt !== null,
    responseSeconds: responded?.wall ?? null,
    responseWorkingSeconds: responded?.working ?? null,
    resolutionSeconds: resolved?.wall ?? null,
    resolutionWorkingSeconds: resolved?.working ?? null,
    channels: [...new Set(delivered.map(({ channel }) => channel))].toSorted(),
    stages: [...new Set(delivered.flatMap(({ stage }) => stage ?? []))].toSorted(),
    delivered: delivered.length,
    optedOut: left.filter(hasOptedOut).length,
    complained: left.filter(hasComplaint).length,
    tallies,
  };
}

const byPlan = (a: RawMessage, b: RawMessage): number =>
  a.plannedAt - b.plannedAt || (a.id < b.id ? -1 : 1);

function armOf({ arms, stages }: RawCase): string {
  const steps = stages.flatMap((stage) => stage.steps);
  const placeOf = (step: string) => {
    const place = steps.indexOf(step);
    return place < 0 ? steps.length : place;
  };
  return armsText(
    Object.entries(arms).toSorted(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1)),
  );
}

function countOutcome(raw: RawCase, { first, respondedAt }: CaseMoments, count: Count): void {
  count("opened");
  count(raw.status);
  if (first) count("reached");
  if (respondedAt !== null) count(first ? "responded" : "responded_unreached");
  if (raw.promisedAt !== null) count("promised");
  if (isDeadEnd(raw)) count("dead_end");
}

function countDue({ dueAt }: RawCase, resolvedAt: Instant | null, count: Count): void {
  if (dueAt === null) return;
  const isMet = resolvedAt !== null && resolvedAt <= dueAt;
  // Rounded up: a moment that has passed, to the minute, has passed to the second.
  count(isMet ? "due_met" : "due_missed", { bucket: Math.ceil(dueAt / MINUTE_MS) });
}

function countAttribution(attribution: Attribution | null, count: Count): void {
  if (!attribution) {
    count("unattributed");
    return;
  }
  const { message, exact, place } = attribution;
  const at = { stage: message.stage, channel: message.channel, bucket: place };
  count("answered_after", at);
  if (exact) count("answered_exactly", at);
  if (message.request.unless !== undefined) count("answered_fallback", at);
}
