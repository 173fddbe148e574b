import { assert } from "@/core/assert";
import type { Program } from "@/core/workflow/program";
import { leaveWait, nextTurn, type Run } from "../run";
import type { Memory } from "../state";
import { resumeTrail } from "../trail";

/**
 * Takes the case to an escalation out of turn. Where it stands is kept, to be gone on with exactly so
 * once the escalation is over.
 */
export function interrupt(run: Run, pc: number): void {
  const { state, memory, program } = run;
  const here = program.instructions[state.pc];
  assert(here && !memory.interrupted, "an escalation is not interrupted");
  const { since, until, moved } = memory;
  memory.interrupted = {
    pc: state.pc,
    op: here.op,
    step: here.step,
    waitingFor: restOf(run),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(moved && { moved }),
    takenAt: state.acknowledgedAt ?? memory.takenAt ?? null,
  };
  goToEscalation(run, pc);
}

/** What it is waiting for beneath a snooze, where that is known: only a missing moment says so twice. */
function restOf({ state, memory }: Run): NonNullable<Memory["interrupted"]>["waitingFor"] {
  if (state.waitingFor !== "snooze") return state.waitingFor;
  return memory.until === undefined ? null : "time";
}

/** Stands the case at an escalate step, as somebody or something wants it now. */
export function goToEscalation(run: Run, pc: number): void {
  const { state, program } = run;
  const there = program.instructions[pc];
  assert(there?.op === "escalate", "not an escalation");
  leaveWait(run);
  nextTurn(run);
  state.pc = pc;
  state.step = there.step;
  state.stage = there.stage;
}

/** The escalation is over: on to the next step, or back to what it interrupted. */
export function leaveEscalation(run: Run): void {
  const { state, memory } = run;
  delete memory.climb;
  delete memory.announced;
  leaveWait(run);
  const { interrupted } = memory;
  if (!interrupted) {
    state.pc += 1;
    return;
  }
  delete memory.interrupted;
  const { pc, waitingFor, since, until, moved, takenAt } = interrupted;
  state.pc = pc;
  state.waitingFor = waitingFor;
  if (since !== undefined) memory.since = since;
  if (until !== undefined) memory.until = until;
  if (moved) memory.moved = moved;
  // The rounds around it are stood in again.
  resumeTrail(run);
  if (state.acknowledgedAt === null && takenAt !== null) {
    memory.takenAt = Math.max(takenAt, memory.takenAt ?? takenAt);
  }
}

/** Where an interrupted step stands in another version; null where it is gone. */
export function movedInterruption(
  program: Program,
  interrupted: NonNullable<Memory["interrupted"]>,
): NonNullable<Memory["interrupted"]> | null {
  const { op, step } = interrupted;
  const pc = program.instructions.findIndex(
    (each, at) => at < program.resolution && each.op === op && each.step === step,
  );
  return pc < 0 ? null : { ...interrupted, pc };
}
