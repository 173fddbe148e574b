import type { Refusal } from "../advance";
import type { CaseEvent } from "../case-event";
import { execute } from "../execute";
import { actorParams, log, type Run } from "../run";
import { forgetAcknowledgement } from "./acknowledgement-end";
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

/**
 * Somebody wants someone brought in now: the next level of this climb, or the next escalate step. One
 * that lies behind is gone back to only for that. Where nobody is there to be told it is refused:
 * whoever has the case keeps it.
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
    const result = climbOn(run, here, byHand);
    if (!isSomebodyTold(run)) return nobodyThere(run);
    if (result === "ended") {
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
  const result = startClimb(run, next.instruction, byHand);
  if (!isSomebodyTold(run)) return nobodyThere(run);
  if (result === "ended") leaveEscalation(run);
  execute(run);
  return null;
}

/** A target with nobody in it and no reason is an endpoint. */
const isSomebodyTold = ({ effects }: Run): boolean =>
  effects.some(
    (effect) =>
      effect.type === "level_told" &&
      effect.told.targets.some(({ people, why }) => people.length > 0 || why === null),
  );

/** Names the first who could not be told; nobody, where no level was left to try. */
function nobodyThere({ effects }: Run): Refusal {
  for (const effect of effects) {
    if (effect.type !== "log" || effect.decision.code !== "esc.skipped_unavailable") continue;
    const { target = "", why } = effect.decision.params ?? {};
    return { code: "nobody_there", params: { target, why } };
  }
  return { code: "nobody_there", params: { target: "", why: "no_level" } };
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
