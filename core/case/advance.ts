import { unreachable } from "@/core/assert";
import type { Instruction, Program } from "@/core/workflow/program";
import type { CaseEvent } from "./case-event";
import { climbOn, endClimb } from "./climb";
import type { Effect } from "./effect";
import { cancel, expire, resolve } from "./ending";
import { execute, lastMoment, REPLANNED } from "./execute";
import type { CaseFacts } from "./facts";
import { movePlanned, sendNow, takeOut } from "./planned";
import { actorParams, actorText, leaveWait, log, nextTurn, ownMemory, type Run } from "./run";
import { afterDelivery } from "./send";
import type { Actor, Answer, CaseState } from "./state";
import { mendTrail } from "./trail";
import { momentOfWait } from "./waits";

/** Answers kept on a case; the oldest stay, since waits ask whether there is any. */
export const ANSWERS_MAX = 50;

/** Why an event changed nothing although somebody meant it to: told to them, in these words' sentence. */
export type Refusal = {
  code:
    | "already_closed"
    | "not_closed"
    | "level_changed"
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
    state: { ...state, memory },
    memory,
    effects: [],
    steps: [],
    because: null,
  };
}

/** Snoozes and limits bear on whatever the case now waits for. */
function settle(run: Run): void {
  const { state } = run;
  if (state.status !== "open") return;
  if (state.snoozedUntil !== null && state.snoozedUntil > run.now) {
    state.waitingFor = "snooze";
    state.nextActionAt = state.snoozedUntil;
  }
  const last = lastMoment(run);
  if (last !== null && (state.nextActionAt === null || state.nextActionAt > last)) {
    state.nextActionAt = Math.max(last, run.now);
  }
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
      return escalateNow(run, event.expectedLevel);
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
      return open ? { code: "not_closed", params: {} } : reopen(run, event.step);
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
  const { subject } = run.facts.case;
  log(run, "case.opened", { subject, by: actorParams(run.by), due: run.state.dueAt });
  if (early) recordAnswer(run, early);
  if (run.by.kind === "event")
    run.because = { code: "case.opened", params: { event: run.by.name } };
  execute(run);
  return null;
}

/** The case's moment has come. Waits look again at the facts, so an early or repeated wake does nothing. */
function wake(run: Run): void {
  const { state } = run;
  if (state.status === "open") {
    const last = lastMoment(run);
    if (last !== null && last <= run.now) {
      log(run, "limit.days", { days: run.program.definition.limits?.daysMax });
      expire(run);
    } else if (state.snoozedUntil !== null) {
      if (state.snoozedUntil > run.now) return;
      state.snoozedUntil = null;
      log(run, "case.snooze_ended", {});
    }
  }
  execute(run);
}

function recordAnswer(run: Run, answer: Answer): void {
  const answers = run.memory.answers ?? [];
  if (answers.length < ANSWERS_MAX) run.memory.answers = [...answers, answer];
  run.state.firstResponseAt ??= answer.at;
}

function respond(run: Run, event: Extract<CaseEvent, { type: "responded" }>): void {
  const { kind, name } = event;
  recordAnswer(run, { kind, name, at: run.now, by: actorText(run.by) });
  const detail = event.detail ?? {};
  log(run, "response.received", { kind, name, by: actorParams(run.by), ...detail });
  if (event.resolves) {
    resolve(run, { how: kind, answer: name });
    run.because = { code: "response.received", params: { kind, name } };
    execute(run);
    return;
  }
  lookAgain(run);
}

/** Something happened that the current wait may have been for. A snoozed case goes on when it ends. */
function lookAgain(run: Run): void {
  const { snoozedUntil } = run.state;
  if (snoozedUntil !== null && snoozedUntil > run.now) return;
  execute(run);
}

function acknowledge(run: Run, personId: string | undefined): Refusal | null {
  const { state } = run;
  if (state.acknowledgedAt !== null) return null;
  const who = personId === undefined ? actorText(run.by) : personId;
  state.acknowledgedAt = run.now;
  state.acknowledgedBy = run.by.kind === "person" ? run.by.id : who;
  if (run.by.kind === "person" && run.by.id !== run.facts.person.id) {
    state.owner = { personId: run.by.id };
  } else if (personId !== undefined) {
    state.owner = { personId };
  }
  log(run, "esc.ack", { by: actorParams(run.by), level: state.level });
  recordAnswer(run, { kind: "acknowledgement", name: "acknowledged", at: run.now, by: who });
  lookAgain(run);
  return null;
}

function snooze(run: Run, until: number): null {
  run.state.snoozedUntil = until;
  log(run, "case.snoozed", { until, by: actorParams(run.by) });
  if (until <= run.now) wake(run);
  run.effects.push({ type: "recheck_messages" });
  return null;
}

/** An operator does not want to wait for the end of a snooze; nothing happens to a case that has none. */
function endSnooze(run: Run): null {
  if (run.state.snoozedUntil === null) return null;
  run.state.snoozedUntil = null;
  log(run, "case.snooze_ended", { by: actorParams(run.by) });
  execute(run);
  run.effects.push({ type: "recheck_messages" });
  return null;
}

/** An operator wants someone brought in now: the next level of this climb, or the next escalate step. */
function escalateNow(run: Run, expectedLevel: number | undefined): Refusal | null {
  const { state, program, memory } = run;
  if (expectedLevel !== undefined && expectedLevel !== state.level) {
    return {
      code: "level_changed",
      params: { level: state.level, expected: expectedLevel, owner: state.owner },
    };
  }
  const here = program.instructions[state.pc];
  if (state.snoozedUntil !== null) run.effects.push({ type: "recheck_messages" });
  state.snoozedUntil = null;
  state.acknowledgedAt = null;
  state.acknowledgedBy = null;
  if (here?.op === "escalate" && memory.climb) {
    if (climbOn(run, here) === "ended") {
      endClimb(run);
      state.pc += 1;
      execute(run);
    }
    return null;
  }
  const next = program.instructions.findIndex(
    (i, pc) => pc >= state.pc && pc < program.resolution && i.op === "escalate",
  );
  const any =
    next >= 0
      ? next
      : program.instructions.findIndex((i, pc) => pc < program.resolution && i.op === "escalate");
  if (any < 0) return { code: "no_escalation", params: {} };
  leaveWait(run);
  nextTurn(run);
  state.pc = any;
  log(run, "esc.by_hand", { by: actorParams(run.by) });
  execute(run);
  return null;
}

function moveDue(run: Run, dueAt: number): null {
  const from = run.state.dueAt;
  run.state.dueAt = dueAt;
  // A moment chosen by hand was chosen for the old due date.
  delete run.memory.moved;
  log(run, "case.due_moved", { from, to: dueAt, by: actorParams(run.by) });
  replan(run, "due");
  run.effects.push({ type: "recheck_messages" });
  return null;
}

/** The facts a wait was computed from have changed: compute it again, in this transaction. */
function replan(run: Run, what: string): void {
  const { state } = run;
  const before = state.nextActionAt;
  const at = run.program.instructions[state.pc];
  if (at && COMPUTED.includes(at.op)) {
    if (run.memory.until !== undefined) run.memory.until = newMoment(run, at) ?? REPLANNED;
    lookAgain(run);
  }
  if (before !== null && state.nextActionAt !== null && before !== state.nextActionAt) {
    log(run, "case.replanned", { what, from: before, to: state.nextActionAt });
  }
}

/** Waits whose end depends on the due date, the zone or the calendar. */
const COMPUTED: readonly Instruction["op"][] = ["wait", "await", "round", "end"];

/** The moment a wait step now waits for, where it is still to come: a snooze may outlast it. */
function newMoment(run: Run, at: Instruction): number | null {
  const { moved } = run.memory;
  if (moved) return moved.to > run.now ? moved.to : null;
  if (at.op !== "wait") return null;
  const moment = momentOfWait(run, at.wait, run.memory.since ?? run.now);
  return "at" in moment && moment.at > run.now ? moment.at : null;
}

function callAnswered(run: Run, event: Extract<CaseEvent, { type: "call_answered" }>): void {
  const { memory, state, program } = run;
  const at = program.instructions[state.pc];
  if (at?.op !== "call" || memory.calling !== event.step) return;
  delete memory.calling;
  if (event.ok && at.call.saveAs) {
    memory.saved = { ...memory.saved, [at.call.saveAs]: event.answer };
    run.effects.push({ type: "recheck_messages" });
  }
  log(run, event.ok ? "call.answered" : "call.failed", { url: at.call.url, answer: event.answer });
  leaveWait(run);
  state.pc += 1;
  lookAgain(run);
}

/** Goes on where it stood, or at the given step of a stage. */
function reopen(run: Run, step: string | undefined): Refusal | null {
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
  delete memory.climb;
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
  log(run, "case.reopened", { by: actorParams(run.by), ...(step !== undefined && { at: step }) });
  execute(run);
  const isOpen = run.state.status === "open";
  return isOpen || step === undefined ? null : { code: "closes_at_once", params: { step } };
}

function moveToVersion(run: Run, version: number, landing: number): null {
  const { state, memory } = run;
  const target = run.program.instructions[landing];
  const isSameStep = target?.step === state.step;
  if (!isSameStep || target?.op !== "escalate") delete memory.climb;
  // Another step's wait begins when the case comes to it.
  if (!isSameStep) leaveWait(run);
  delete memory.rounds;
  delete memory.calling;
  log(run, "case.moved", { to: version, by: actorParams(run.by) });
  nextTurn(run);
  state.pc = landing;
  if (memory.until !== undefined) memory.until = REPLANNED;
  lookAgain(run);
  return null;
}
