import { addDuration } from "@/core/calendar/duration";
import { channelOf } from "@/core/workflow/steps/shared";
import { log, nextTurn, type Run, zoneOf } from "../run";
import { planMessage } from "../send";
import { awaitResolution, forgetAcknowledgement } from "./acknowledgement-end";
import { climbOn, restForAcknowledgement, startClimb } from "./climb";
import { leaveEscalation } from "./interrupt";
import { type EscalateInstruction, endsOnAcknowledgement, ladderOf } from "./ladder";
import { noteEnded } from "./turns";

/** Does an escalate step: announces it, climbs, rests at a level, or leaves it behind. */
export function escalate(run: Run, instruction: EscalateInstruction): "goes_on" | "rests" {
  const { state, memory } = run;
  if (memory.climb) return climb(run, instruction, memory.climb.deadline);
  if (isTakenOn(run)) {
    log(run, "esc.not_needed", { by: state.acknowledgedBy });
    return leave(run);
  }
  if (!memory.announced) announce(run, instruction);
  if (memory.announced?.answered) {
    log(run, "esc.not_needed", { why: "answered" });
    return leave(run);
  }
  if (memory.announced && memory.announced.until > run.now) {
    state.waitingFor = "response";
    state.nextActionAt = memory.announced.until;
    return "rests";
  }
  state.acknowledgedAt = null;
  state.acknowledgedBy = null;
  return startClimb(run, instruction) === "waits" ? "rests" : leave(run);
}

function climb(run: Run, instruction: EscalateInstruction, deadline: number): "goes_on" | "rests" {
  const { state } = run;
  if (state.acknowledgedAt !== null && endsOnAcknowledgement(run, instruction)) {
    return take(run, instruction);
  }
  if (deadline > run.now) {
    restForAcknowledgement(run, deadline);
    return "rests";
  }
  if (state.acknowledgedAt !== null) forgetOwed(run);
  if (climbOn(run, instruction) === "ended") return leave(run);
  // Whoever had the case did not resolve it in time: the level told now is waited for by itself.
  forgetAcknowledgement(run);
  return "rests";
}

/** All who had to acknowledge have: no later level goes by who is left of them. */
function forgetOwed({ memory }: Run): void {
  if (!memory.climb) return;
  const { owed: _, acknowledged: __, ...climb } = memory.climb;
  memory.climb = climb;
}

/** Somebody has acknowledged, and the level asks for no more. */
function take(run: Run, instruction: EscalateInstruction): "goes_on" {
  run.memory.climbedAt = run.now;
  noteEnded(run, "acknowledged", run.state.acknowledgedBy);
  awaitResolution(run, instruction);
  return leave(run);
}

function leave(run: Run): "goes_on" {
  leaveEscalation(run);
  return "goes_on";
}

/** Somebody took the case on, and not for an escalation that is over: that one asked for itself. */
function isTakenOn({ state, memory }: Run): boolean {
  const { acknowledgedAt } = state;
  return acknowledgedAt !== null && acknowledgedAt > (memory.climbedAt ?? Number.NEGATIVE_INFINITY);
}

/** Tells the person that somebody will be brought in unless they answer before. */
function announce(run: Run, instruction: EscalateInstruction): void {
  const { announce: rule } = instruction.escalate;
  if (!rule || !ladderOf(run, instruction)) return;
  const until = addDuration(run.now, rule.before, zoneOf(run));
  delete run.memory.acknowledgementEnd;
  run.memory.announced = { until, answered: false };
  log(run, "esc.announced", { until });
  run.because = { code: "esc.announced", params: { until } };
  for (const entry of rule.channels) {
    const asked = { audience: "tell" } as const;
    planMessage(run, run.facts.person.id, channelOf(entry), run.now, asked);
  }
  // What the climb tells the same person later is another message.
  nextTurn(run);
}
