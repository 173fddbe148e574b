import type { Program } from "@/core/workflow/program";
import type { Refusal } from "./advance";
import type { CaseEvent } from "./case-event";
import { inOrder, preferredIn } from "./channel-order";
import type { MessageRef } from "./effect";
import { execute } from "./execute";
import type { CaseFacts } from "./facts";
import { actorParams, leaveWait, log, nextTurn, ownMemory, type Run, UNDO_WINDOW_MS } from "./run";
import { takeTakenOut } from "./send";
import type { CaseState } from "./state";

/** Steps of one case whose next messages may be taken out of the plan at the same time. */
const TAKEN_OUT_MAX = 50;

type Of<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

/** Ends the wait the case stands at and sends what comes next; a message that waits leaves at once. */
export function sendNow(run: Run, { step, message }: Of<"planned_sent_now">): Refusal | null {
  const by = actorParams(run.by);
  if (message) {
    const { by: who } = run;
    const deliverAt = who.kind === "operator" ? run.now + UNDO_WINDOW_MS : run.now;
    log(run, "planned.sent_now", { ...about(message), by });
    run.effects.push({
      type: "move_message",
      message,
      deliverAt,
      ...(who.kind === "operator" && { by: who.name }),
    });
    return null;
  }
  if (!leadsTo(run).includes(step)) return { code: "not_next", params: { step } };
  const { nextActionAt } = run.state;
  wakeUp(run);
  log(run, "planned.sent_now", { ...firstUse(run, step), from: nextActionAt, by });
  run.because = { code: "sent.manual", params: { by } };
  takeTakenOut(run, step);
  endRest(run);
  execute(run);
  return null;
}

/** The next time it is this step's turn its messages end unsent; a message that waits ends now. */
export function takeOut(run: Run, event: Of<"planned_taken_out">): Refusal | null {
  const { step, message, reason } = event;
  const by = actorParams(run.by);
  if (message) {
    log(run, "planned.taken_out", { ...about(message), by, reason });
    run.effects.push({ type: "end_message", message, code: "skip.manual", params: { by, reason } });
    return null;
  }
  const known = run.memory.takenOut ?? {};
  const isFull = !Object.hasOwn(known, step) && Object.keys(known).length >= TAKEN_OUT_MAX;
  if (isFull || !isSendOfStages(run.program, step))
    return { code: "no_such_step", params: { step } };
  run.memory.takenOut = { ...known, [step]: { by, reason } };
  log(run, "planned.taken_out", { ...firstUse(run, step), by, reason });
  return null;
}

/** The wait the case stands at ends at another moment; what follows it follows from there. */
export function movePlanned(run: Run, { step, message, to }: Of<"planned_moved">): Refusal | null {
  const by = actorParams(run.by);
  if (message) {
    log(run, "planned.moved", { ...about(message), to, by });
    run.effects.push({ type: "move_message", message, deliverAt: to });
    return null;
  }
  if (!leadsTo(run).includes(step)) return { code: "not_next", params: { step } };
  const { snoozedUntil, nextActionAt } = run.state;
  if (snoozedUntil !== null && to < snoozedUntil) wakeUp(run);
  log(run, "planned.moved", { ...firstUse(run, step), from: nextActionAt, to, by });
  run.memory.moved = { to, by };
  run.memory.until = to;
  if (run.state.snoozedUntil === null) execute(run);
  return null;
}

/** The steps that would send at once if the case's wait ended now: what can be sent now, or moved. */
export function sendsNext(
  program: Program,
  state: CaseState,
  facts: CaseFacts,
  now: number,
): string[] {
  if (state.status !== "open") return [];
  const by = { kind: "plan" } as const;
  const { memory } = state;
  const run = { program, facts, now, by, undoable: false, state, memory };
  return leadsTo({ ...run, effects: [], because: null });
}

/** On a copy: what a case does after its wait depends on its conditions, so it is tried, not read. */
function leadsTo(run: Run): string[] {
  const memory = ownMemory(run);
  const trial: Run = {
    ...run,
    memory,
    state: { ...run.state, memory },
    effects: [],
    because: null,
  };
  if (!endRest(trial)) return [];
  execute(trial);
  const steps = trial.effects.flatMap((effect) =>
    effect.type === "plan_message" && isSendOfStages(run.program, effect.message.step)
      ? [effect.message.step]
      : [],
  );
  return [...new Set(steps)];
}

/** Goes past a wait as if it were over. False where the case waits for something else. */
function endRest(run: Run): boolean {
  const at = run.program.instructions[run.state.pc];
  const pc = run.state.pc + 1;
  switch (at?.op) {
    case "wait":
      leaveWait(run);
      run.state.pc = pc;
      return true;
    case "await":
      leaveWait(run);
      run.state.pc = at.noAnswer;
      return true;
    case "round":
      leaveWait(run);
      nextTurn(run);
      run.state.pc = at.head;
      return true;
    default:
      return false;
  }
}

/** A message wanted earlier than the snooze ends it. */
function wakeUp(run: Run): void {
  if (run.state.snoozedUntil === null) return;
  run.state.snoozedUntil = null;
  log(run, "case.snooze_ended", { by: actorParams(run.by) });
  run.effects.push({ type: "recheck_messages" });
}

/** What a send step sends first, for its line in the timeline. */
function firstUse(run: Run, step: string) {
  const { program, facts } = run;
  const at = program.instructions[program.addressOf.get(step) ?? -1];
  if (at?.op !== "send") return { for: step };
  const isTheirs = at.to === "person";
  const preferred = isTheirs ? preferredIn(run, at, facts.person.id, { audience: "person" }) : null;
  const [use] = inOrder(at.uses, preferred);
  return { for: step, ...(use && { channel: use.channel, template: use.template }) };
}

const about = ({ step, channel, personId }: MessageRef) => ({ for: step, channel, personId });

/** Steps of an ending are no plan: they are what follows when the case closes. */
function isSendOfStages(program: Program, step: string): boolean {
  const pc = program.addressOf.get(step);
  return pc !== undefined && pc < program.resolution && program.instructions[pc]?.op === "send";
}
