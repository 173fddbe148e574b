import { addDuration, durationMs } from "@/core/calendar/duration";
import { addWorkingTime } from "@/core/calendar/working-hours";
import type { Instant } from "@/core/time";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { helperCalendar } from "../helper-calendar";
import { log, type Run, zoneOf } from "../run";
import { nameOf, personOf } from "../stand-in";
import { startClimb } from "./climb";
import { interrupt, leaveEscalation } from "./interrupt";
import { type EscalateInstruction, type Kept, keptOf, ladderOf } from "./ladder";

/** Somebody has it now: where its ladder says so, they have only so long to resolve it. */
export function awaitResolution(
  run: Run,
  instruction: EscalateInstruction,
  kept: Kept | undefined = run.memory.climb,
): void {
  const ladder = ladderOf(run, instruction, kept);
  if (!ladder?.acknowledgementTimeout) return;
  const { acknowledgedBy } = run.state;
  const isPerson = acknowledgedBy !== null && personOf(acknowledgedBy, run.facts) !== undefined;
  const by = isPerson ? acknowledgedBy : null;
  run.memory.acknowledgementEnd = {
    step: instruction.step,
    at: endOf(run, ladder.acknowledgementTimeout, by),
    after: ladder.acknowledgementTimeout.after,
    by,
    ...keptOf(instruction, ladder),
  };
}

/** Somebody else has it now: their time begins anew. */
export function renewAcknowledgement(run: Run): void {
  const { acknowledgementEnd } = run.memory;
  const instruction = acknowledgementEnd && escalationAt(run, acknowledgementEnd.step)?.instruction;
  if (instruction) awaitResolution(run, instruction, acknowledgementEnd);
}

function endOf(
  run: Run,
  { after, clock }: NonNullable<Ladder["acknowledgementTimeout"]>,
  by: string | null,
): Instant {
  if (clock !== "working_hours") return addDuration(run.now, after, zoneOf(run));
  const helper = by === null ? undefined : { personId: by, team: null };
  const ms = durationMs(after);
  return addWorkingTime(run.now, ms, helperCalendar(helper, run.facts)) ?? run.now + ms;
}

/** An escalate step of the stages and its address. */
export function escalationAt(
  { program }: Run,
  step: string,
): { pc: number; instruction: EscalateInstruction } | null {
  const pc = program.addressOf.get(step);
  const instruction = pc === undefined ? undefined : program.instructions[pc];
  if (pc === undefined || instruction?.op !== "escalate" || pc >= program.resolution) return null;
  return { pc, instruction };
}

/**
 * It was acknowledged and is not resolved in time: the climb starts over at level 1, and whoever had
 * acknowledged is told beside it. Nothing where that time has not come.
 */
export function startOver(run: Run): void {
  const { acknowledgementEnd } = run.memory;
  if (!acknowledgementEnd || acknowledgementEnd.at > run.now) return;
  const { step, after, by, policy, ladder } = acknowledgementEnd;
  delete run.memory.acknowledgementEnd;
  const there = escalationAt(run, step);
  if (!there) return;
  interrupt(run, there.pc);
  run.state.acknowledgedAt = null;
  run.state.acknowledgedBy = null;
  const params = { after, ...(by !== null && { by: nameOf(by, run.facts) }) };
  log(run, "esc.ack_timeout", params);
  run.because = { code: "esc.ack_timeout", params };
  const going = { beside: by, kept: { policy, ladder } };
  if (startClimb(run, there.instruction, going) === "ended") leaveEscalation(run);
}

/** Nobody has it any more; when somebody last had is kept, for the case's days to be resolved count from there. */
export function forgetAcknowledgement({ state, memory }: Run): void {
  if (state.acknowledgedAt === null) return;
  memory.takenAt = state.acknowledgedAt;
  state.acknowledgedAt = null;
  state.acknowledgedBy = null;
}
