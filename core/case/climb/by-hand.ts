import type { Refusal } from "../advance";
import type { CaseEvent } from "../case-event";
import { execute } from "../execute";
import { actorParams, log, type Run } from "../run";
import { climbOn, startClimb } from "./climb";
import { goToEscalation, interrupt, leaveEscalation } from "./interrupt";
import { type EscalateInstruction, ladderOf } from "./ladder";

type Place = { pc: number; instruction: EscalateInstruction };

/** The next escalate step from here, or the first one. */
export function nextEscalation({ program, state }: Run): Place | null {
  const places = program.instructions.flatMap((instruction, pc) =>
    pc < program.resolution && instruction.op === "escalate" ? [{ pc, instruction }] : [],
  );
  return places.find(({ pc }) => pc >= state.pc) ?? places[0] ?? null;
}

/** Whatever was snoozed or taken on: somebody else is wanted. */
export function wantSomebody(run: Run): void {
  const { state } = run;
  if (state.snoozedUntil !== null) run.effects.push({ type: "recheck_messages" });
  state.snoozedUntil = null;
}

/** Nobody has it any more. */
export function forgetAcknowledgement({ state }: Run): void {
  state.acknowledgedAt = null;
  state.acknowledgedBy = null;
}

/**
 * Somebody wants someone brought in now: the next level of this climb, or the next escalate step. One
 * that lies behind is gone back to only for that.
 */
export function escalateNow(
  run: Run,
  event: Extract<CaseEvent, { type: "escalated_now" }>,
): Refusal | null {
  const stale = staleness(run, event);
  if (stale) return stale;
  const { state, memory, program } = run;
  const here = program.instructions[state.pc];
  const byHand = { byHand: true };
  if (here?.op === "escalate" && memory.climb) {
    wantSomebody(run);
    forgetAcknowledgement(run);
    if (climbOn(run, here, byHand) === "ended") {
      leaveEscalation(run);
      execute(run);
    }
    return null;
  }
  const next = nextEscalation(run);
  // Without its policy it brings in nobody: whoever has the case keeps it.
  if (!next || !ladderOf(run, next.instruction)) return { code: "no_escalation", params: {} };
  wantSomebody(run);
  if (next.pc < state.pc) interrupt(run, next.pc);
  else goToEscalation(run, next.pc);
  forgetAcknowledgement(run);
  log(run, "esc.by_hand", { by: actorParams(run.by) });
  if (startClimb(run, next.instruction, byHand) === "ended") leaveEscalation(run);
  execute(run);
  return null;
}

/** It was pressed for another level than it stands at, or for a turn that is over. */
function staleness(
  { state, memory }: Run,
  { expectedLevel, expectedVisit }: Extract<CaseEvent, { type: "escalated_now" }>,
): Refusal | null {
  const { turnTold } = memory;
  const isSameLevel = expectedLevel === undefined || expectedLevel === state.level;
  const isSameTurn = expectedVisit === undefined || expectedVisit === (turnTold?.visit ?? 0);
  if (isSameLevel && isSameTurn) return null;
  return {
    code: "level_changed",
    params: {
      level: state.level,
      expected: expectedLevel ?? state.level,
      owner: state.owner,
      ...(turnTold && { at: turnTold.at }),
    },
  };
}
