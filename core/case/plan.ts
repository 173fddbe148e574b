import type { MessageRequest } from "@/core/delivery/request";
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
  /** What leads to it: for a message, and for the end that a limit of the workflow sets. */
  because: MessageRequest["because"] | null;
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
  const future: Future = { program, facts, entries: [], known: new Set() };
  let current = state;
  let at = now;
  for (let wakes = 0; wakes < WAKES_MAX && future.entries.length < PLAN_ENTRIES_MAX; wakes++) {
    if (current.nextActionAt === null) break;
    at = Math.max(at, current.nextActionAt);
    current = follow(future, current, { type: "woke", at });
  }
  const entries = future.entries.map(({ entry }) => entry);
  return entries.sort((a, b) => a.at - b.at).slice(0, PLAN_ENTRIES_MAX);
}

type Future = {
  readonly program: Program;
  readonly facts: CaseFacts;
  entries: { entry: PlanEntry; message: PlannedMessage | null }[];
  /** Messages are unique by step, visit, channel and person. */
  readonly known: Set<string>;
};

/** One event and what follows at once: messages are taken as sent, calls as answered. */
function follow(future: Future, state: CaseState, event: CaseEvent): CaseState {
  const { program, facts } = future;
  const { at } = event;
  const { state: after, effects } = advance(program, state, event, facts);
  const next: CaseEvent[] = [];
  let limit: PlanEntry["because"] = null;
  for (const effect of effects) {
    if (effect.type === "plan_message") {
      const report = expect(future, effect.message, at);
      if (report) next.push(report);
    } else if (effect.type === "stop_messages") {
      future.entries = future.entries.filter(
        ({ entry, message }) => message === null || message.request.ending || entry.at <= at,
      );
    } else if (effect.type === "end_message") {
      const { step, visit, channel, personId } = effect.message;
      future.entries = future.entries.filter(
        ({ message }) =>
          message === null ||
          message.step !== step ||
          message.visit !== visit ||
          message.channel !== channel ||
          message.personId !== personId,
      );
    } else if (effect.type === "call") {
      next.push({ type: "call_answered", at, step: effect.step, ok: true, answer: null });
    } else if (effect.type === "log") {
      const { code, params } = effect.decision;
      if (code === "limit.days") limit = { code, params: params ?? {} };
      const kind = KIND_OF[code];
      const step = effect.decision.step ?? null;
      const { stage } = after;
      const level = kind === "escalate" ? after.level : null;
      const nobody = { personId: null, channel: null, template: null };
      const because = kind === "expire" ? limit : null;
      if (kind) {
        const entry = { at, kind, step, stage, level, ...nobody, because };
        future.entries.push({ entry, message: null });
      }
    }
  }
  return next.reduce((current, then) => follow(future, current, then), after);
}

/** Notes a message; gives delivery's report where its step asks for one. The holdout gets nothing. */
function expect(future: Future, message: PlannedMessage, at: Instant): CaseEvent | null {
  const { request, step, visit, personId, channel } = message;
  const key = [step, visit, channel, personId].join("\u0000");
  if (future.known.has(key)) return null;
  future.known.add(key);
  if (!request.ghost) future.entries.push({ entry: entryOf(message), message });
  if (!request.report) return null;
  const outcome = request.ghost ? "not_sent" : "sent";
  const late = request.ending === true;
  const { place = 0, preferred } = request;
  const told = { step, visit, place, preferred, personId, channel, late };
  return { type: "delivery_reported", at, outcome, ...told };
}

const KIND_OF: Readonly<Record<string, PlanEntry["kind"] | undefined>> = {
  "esc.started": "escalate",
  "esc.level_up": "escalate",
  "case.expired": "expire",
  "case.resolved": "resolve",
  "call.started": "call",
};

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
    because: request.because ?? null,
  };
}
