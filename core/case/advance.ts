import { unreachable } from "@/core/assert";
import type { Program } from "@/core/workflow/program";
import { callAnswered, respond } from "./answers";
import type { CaseEvent } from "./case-event";
import { acknowledge, takeOver } from "./climb/acknowledge";
import { escalateNow } from "./climb/by-hand";
import { handOver } from "./climb/hand-over";
import type { Effect } from "./effect";
import { cancel, resolve } from "./ending";
import { execute } from "./execute";
import type { CaseFacts } from "./facts";
import { openedParams } from "./opening";
import { movePlanned, sendNow, takeOut } from "./planned";
import { recordAnswer } from "./record-answer";
import { moveDue, moveToVersion, replan } from "./replan";
import { actorParams, leaveWait, log, nextTurn, ownMemory, type Run } from "./run";
import { afterDelivery } from "./send";
import type { Actor, Answer, CaseState } from "./state";
import { mendTrail } from "./trail";
import { endSnooze, settle, snooze, wake } from "./wake";

/** Why an event changed nothing although somebody meant it to: told to them, in these words' sentence. */
export type Refusal = {
  code:
    | "already_closed"
    | "not_closed"
    | "level_changed"
    | "already_acknowledged"
    | "nobody_there"
    | "no_escalation"
    | "not_next"
    | "no_such_step"
    | "closes_at_once";
  params: Record<string, unknown>;
};

export type Advance = {
  state: CaseState;
  effects: Effect[];
  refused: Refusal | null;
  /** Ids of the steps the case came to, in order. */
  steps: readonly string[];
};

/**
 * The whole behaviour of a case: given where it stands and what happened, where does it stand now
 * and what must be done? Pure, so that the worker, the API's verbs, the plan, the simulation and
 * the tests all run the same code. The given state is not changed.
 */
export function advance(
  program: Program,
  state: CaseState,
  event: CaseEvent,
  facts: CaseFacts,
): Advance {
  const run = begin(program, state, event, facts);
  mendTrail(run);
  const refused = handle(run, event);
  if (refused) return { state, effects: [], refused, steps: [] };
  settle(run);
  return { state: run.state, effects: run.effects, refused: null, steps: run.steps ?? [] };
}

const PLAN: Actor = { kind: "plan" };

function begin(program: Program, state: CaseState, event: CaseEvent, facts: CaseFacts): Run {
  const memory = ownMemory(state);
  const by = "by" in event ? event.by : PLAN;
  return {
    program,
    facts,
    now: event.at,
    by,
    undoable: by.kind === "operator" || ("undoable" in event && event.undoable === true),
    state: { ...state, memory },
    memory,
    effects: [],
    steps: [],
    because: null,
  };
}

function handle(run: Run, event: CaseEvent): Refusal | null {
  const { state } = run;
  const open = state.status === "open";
  switch (event.type) {
    case "opened":
      return opened(run, event.early);
    case "woke":
      if (open || state.nextActionAt !== null) wake(run);
      return null;
    case "responded":
      if (open) respond(run, event);
      return null;
    case "resolved":
      if (!open) return closedAlready(run);
      resolve(run, { how: "by_hand" }, event);
      run.because = { code: "case.resolved", params: { by: actorParams(run.by) } };
      execute(run);
      return null;
    case "acknowledged":
      if (!open) return closedAlready(run);
      return acknowledge(run, event.personId);
    case "snoozed":
      if (!open) return closedAlready(run);
      return snooze(run, event.until);
    case "snooze_ended":
      if (!open) return closedAlready(run);
      return endSnooze(run);
    case "reassigned":
      if (!open) return closedAlready(run);
      state.owner = event.owner;
      run.effects.push({ type: "recheck_messages" });
      log(run, "case.reassigned", { to: event.owner, by: actorParams(run.by) });
      return null;
    case "escalated_now":
      if (!open) return closedAlready(run);
      return escalateNow(run, event);
    case "taken_over":
      if (!open) return closedAlready(run);
      return takeOver(run, event.personId);
    case "handed_over":
      if (!open) return closedAlready(run);
      return handOver(run, event.to);
    case "due_moved":
      if (!open) return closedAlready(run);
      return moveDue(run, event.dueAt);
    case "facts_changed":
      if (open || state.nextActionAt !== null) replan(run, event.what);
      run.effects.push({ type: "recheck_messages" });
      return null;
    case "delivery_reported":
      if (open || event.late) afterDelivery(run, event);
      return null;
    case "engaged":
      return null;
    case "call_answered":
      callAnswered(run, event);
      return null;
    case "canceled":
      if (!open) return closedAlready(run);
      cancel(run, event.reason);
      return null;
    case "reopened":
      return open ? { code: "not_closed", params: {} } : reopen(run, event);
    case "moved_to_version":
      if (!open) return closedAlready(run);
      return moveToVersion(run, event.version, event.landing);
    case "noted":
      log(run, "case.note", { text: event.text, by: actorParams(run.by) });
      return null;
    case "reply_read":
      log(run, event.code, { ...event.params, by: actorParams(run.by) });
      return null;
    case "planned_sent_now":
      return open ? sendNow(run, event) : closedAlready(run);
    case "planned_taken_out":
      return open ? takeOut(run, event) : closedAlready(run);
    case "planned_moved":
      return open ? movePlanned(run, event) : closedAlready(run);
    default:
      return unreachable(event);
  }
}

function closedAlready({ state }: Run): Refusal {
  const { status, closedAt, closedBy } = state;
  return { code: "already_closed", params: { status, at: closedAt, by: closedBy } };
}

function opened(run: Run, early: Answer | undefined): null {
  const { definition } = run.program;
  log(run, "case.opened", {
    ...openedParams(definition, run.facts.case.subject, run.facts.data),
    by: actorParams(run.by),
    due: run.state.dueAt,
  });
  if (early) recordAnswer(run, early);
  if (run.by.kind === "event")
    run.because = { code: "case.opened", params: { event: run.by.name } };
  execute(run);
  return null;
}

/** Goes on where it stood, or at the given step of a stage. */
function reopen(
  run: Run,
  { step, takenBack }: Extract<CaseEvent, { type: "reopened" }>,
): Refusal | null {
  const { state, memory, program } = run;
  const chosen = step === undefined ? undefined : (program.addressOf.get(step) ?? null);
  if (chosen === null || (chosen !== undefined && chosen >= program.resolution)) {
    return { code: "no_such_step", params: { step } };
  }
  Object.assign(state, {
    status: "open",
    outcome: null,
    closedAt: null,
    closedBy: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
  } satisfies Partial<CaseState>);
  leaveWait(run);
  delete memory.answers;
  delete memory.takenAt;
  nextTurn(run);
  state.pc = Math.min(chosen ?? memory.resumeAt ?? 0, program.resolution - 1);
  // The step that closed it would close it again.
  if (program.instructions[state.pc]?.op === "close") state.pc += 1;
  delete memory.resumeAt;
  memory.reopenedAt = run.now;
  run.effects.push({
    type: "stop_messages",
    code: "skip.reopened",
    params: { by: actorParams(run.by) },
    endingToo: true,
  });
  log(run, "case.reopened", {
    by: actorParams(run.by),
    ...(step !== undefined && { at: step }),
    ...(takenBack && { takenBack }),
  });
  execute(run);
  const isOpen = run.state.status === "open";
  return isOpen || step === undefined ? null : { code: "closes_at_once", params: { step } };
}
