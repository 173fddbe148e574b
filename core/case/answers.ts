import type { Refusal } from "./advance";
import type { CaseEvent } from "./case-event";
import { resolve } from "./ending";
import { execute } from "./execute";
import { actorParams, actorText, leaveWait, log, type Run } from "./run";
import type { Answer } from "./state";
import { lookAgain } from "./wake";

/** Answers kept on a case; the oldest stay, since waits ask whether there is any. */
const ANSWERS_MAX = 50;

export function recordAnswer(run: Run, answer: Answer): void {
  const answers = run.memory.answers ?? [];
  if (answers.length < ANSWERS_MAX) run.memory.answers = [...answers, answer];
  run.state.firstResponseAt ??= answer.at;
}

export function respond(run: Run, event: Extract<CaseEvent, { type: "responded" }>): void {
  const { kind, name } = event;
  const detail = event.detail ?? {};
  const written = detail.written === true ? { written: true as const } : {};
  recordAnswer(run, { kind, name, at: run.now, by: actorText(run.by), ...written });
  log(run, "response.received", { kind, name, by: actorParams(run.by), ...detail });
  if (event.resolves) {
    resolve(run, { how: kind, answer: name, ...written });
    run.because = { code: "response.received", params: { kind, name, ...written } };
    execute(run);
    return;
  }
  lookAgain(run);
}

export function acknowledge(run: Run, personId: string | undefined): Refusal | null {
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

export function callAnswered(run: Run, event: Extract<CaseEvent, { type: "call_answered" }>): void {
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
