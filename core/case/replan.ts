import type { Instruction } from "@/core/workflow/program";
import { escalationAt } from "./climb/acknowledgement-end";
import { movedInterruption } from "./climb/interrupt";
import { noteEnded } from "./climb/turns";
import { REPLANNED } from "./execute";
import { actorParams, actorText, leaveWait, log, nextTurn, type Run } from "./run";
import type { Memory } from "./state";
import { momentOfWait } from "./waits";
import { lookAgain, nextMoment } from "./wake";

export function moveDue(run: Run, dueAt: number): null {
  const from = run.state.dueAt;
  run.state.dueAt = dueAt;
  // A moment chosen by hand was chosen for the old due date.
  delete run.memory.moved;
  const { interrupted } = run.memory;
  if (interrupted?.moved) {
    const { moved: _, ...rest } = interrupted;
    run.memory.interrupted = rest;
  }
  log(run, "case.due_moved", { from, to: dueAt, by: actorParams(run.by) });
  replan(run, "due");
  run.effects.push({ type: "recheck_messages" });
  return null;
}

/** The facts a wait was computed from have changed: compute it again, in this transaction. */
export function replan(run: Run, what: string): void {
  const { state } = run;
  const before = state.nextActionAt;
  const at = run.program.instructions[state.pc];
  if (at && COMPUTED.includes(at.op)) {
    if (run.memory.until !== undefined)
      run.memory.until = newMoment(run, at, run.memory) ?? REPLANNED;
    lookAgain(run);
  }
  replanInterrupted(run);
  const after = nextMoment(run);
  if (before !== null && after !== null && before !== after) {
    log(run, "case.replanned", { what, from: before, to: after });
  }
}

/** Waits whose end depends on the due date, the zone or the calendar. */
const COMPUTED: readonly Instruction["op"][] = ["wait", "await", "round", "end"];

/** The moment a wait step now waits for, where it is still to come: a snooze may outlast it. */
function newMoment(
  run: Run,
  at: Instruction,
  { moved, since }: Pick<Memory, "moved" | "since">,
): number | null {
  if (moved) return moved.to > run.now ? moved.to : null;
  if (at.op !== "wait") return null;
  const moment = momentOfWait(run, at.wait, since ?? run.now);
  return "at" in moment && moment.at > run.now ? moment.at : null;
}

/** A wait that an escalation took the case away from, and that is still to come. */
function replanInterrupted(run: Run): void {
  const { interrupted } = run.memory;
  const at = interrupted && run.program.instructions[interrupted.pc];
  if (!at || !COMPUTED.includes(at.op) || !isAhead(interrupted.until, run.now)) return;
  const until = newMoment(run, at, interrupted) ?? REPLANNED;
  run.memory.interrupted = { ...interrupted, until };
}

const isAhead = (until: number | undefined, now: number): boolean =>
  until !== undefined && until > now;

export function moveToVersion(run: Run, version: number, landing: number): null {
  const { state, memory } = run;
  const target = run.program.instructions[landing];
  const isSameStep = target?.step === state.step;
  if (!isSameStep || target?.op !== "escalate") {
    noteEnded(run, "ended", actorText(run.by));
    delete memory.climb;
    delete memory.announced;
    delete memory.interrupted;
  }
  const { interrupted, acknowledgementEnd } = memory;
  const moved = interrupted && movedInterruption(run.program, interrupted);
  if (moved) {
    const until = isAhead(moved.until, run.now) ? { until: REPLANNED } : {};
    memory.interrupted = { ...moved, ...until };
  } else delete memory.interrupted;
  if (acknowledgementEnd && !escalationAt(run, acknowledgementEnd.step)) {
    delete memory.acknowledgementEnd;
  }
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
