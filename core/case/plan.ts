import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import { advance } from "./advance";
import type { CaseEvent } from "./case-event";
import type { PlannedMessage } from "./effect";
import type { CaseFacts } from "./facts";
import type { CaseState } from "./state";

/** Entries of a plan: beyond these the future is too far to show. */
export const PLAN_ENTRIES_MAX = 60;
const WAKES_MAX = 200;

/** Something that will happen at a moment unless an answer comes first. */
export type PlanEntry = {
  at: Instant;
  kind: "send" | "fallback" | "escalate" | "expire" | "resolve" | "call";
  step: string | null;
  stage: string | null;
  personId: string | null;
  channel: Channel | null;
  template: string | null;
  /** Escalation level, or null. */
  level: number | null;
};

/**
 * What happens next and when, if nobody answers: `advance` itself, woken at each of its own moments.
 * Conditions see the facts as they are now. Starts at the case's next moment, not before `now`.
 */
export function plan(
  program: Program,
  state: CaseState,
  facts: CaseFacts,
  now: Instant,
): PlanEntry[] {
  const entries: PlanEntry[] = [];
  let current = state;
  let at = now;
  for (let wakes = 0; wakes < WAKES_MAX && entries.length < PLAN_ENTRIES_MAX; wakes++) {
    if (current.nextActionAt === null) break;
    at = Math.max(at, current.nextActionAt);
    current = follow(program, current, { type: "woke", at }, facts, entries);
  }
  return entries.sort((a, b) => a.at - b.at).slice(0, PLAN_ENTRIES_MAX);
}

/** One event, its effects as entries; messages are taken as sent, so that their fallbacks show. */
function follow(
  program: Program,
  state: CaseState,
  event: CaseEvent,
  facts: CaseFacts,
  entries: PlanEntry[],
): CaseState {
  const { at } = event;
  let { state: next, effects } = advance(program, state, event, facts);
  for (const effect of effects) {
    if (effect.type === "plan_message") {
      if (entries.some((entry) => isSame(entry, effect.message))) continue;
      entries.push(entryOf(effect.message));
      const { request, step, visit, personId, channel } = effect.message;
      if (!request.report) continue;
      const place = request.place ?? 0;
      const sent: CaseEvent = {
        type: "delivery_reported",
        at,
        step,
        visit,
        place,
        personId,
        channel,
        outcome: "sent",
        late: false,
      };
      next = follow(program, next, sent, facts, entries);
    } else if (effect.type === "log") {
      const kind = KIND_OF[effect.decision.code];
      const step = effect.decision.step ?? null;
      if (kind)
        entries.push({
          at,
          kind,
          step,
          stage: next.stage,
          personId: null,
          channel: null,
          template: null,
          level: kind === "escalate" ? next.level : null,
        });
    }
  }
  return next;
}

const KIND_OF: Readonly<Record<string, PlanEntry["kind"] | undefined>> = {
  "esc.started": "escalate",
  "esc.level_up": "escalate",
  "case.expired": "expire",
  "case.resolved": "resolve",
  "call.started": "call",
};

const isSame = (entry: PlanEntry, message: PlannedMessage): boolean =>
  entry.kind === "fallback" &&
  entry.at === message.deliverAt &&
  entry.step === message.step &&
  entry.channel === message.channel &&
  entry.personId === message.personId;

function entryOf({
  deliverAt,
  request,
  step,
  stage,
  personId,
  channel,
  template,
}: PlannedMessage): PlanEntry {
  const kind = request.unless === undefined ? "send" : "fallback";
  return {
    at: deliverAt,
    kind,
    step,
    stage,
    personId,
    channel,
    template,
    level: request.level ?? null,
  };
}
