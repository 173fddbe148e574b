import type { Instruction } from "@/core/workflow/program";
import { REPLANNED } from "./execute";
import { actorParams, leaveWait, log, nextTurn, type Run } from "./run";
import { momentOfWait } from "./waits";
import { lookAgain } from "./wake";

export function moveDue(run: Run, dueAt: number): null {
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
export function replan(run: Run, what: string): void {
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

export function moveToVersion(run: Run, version: number, landing: number): null {
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
