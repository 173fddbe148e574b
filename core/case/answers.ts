import { assert } from "@/core/assert";
import type { CaseEvent } from "./case-event";
import { resolve } from "./ending";
import { execute } from "./execute";
import { recordAnswer } from "./record-answer";
import { actorParams, actorText, leaveWait, log, type Run } from "./run";
import { lookAgain } from "./wake";

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

export function callAnswered(run: Run, event: Extract<CaseEvent, { type: "call_answered" }>): void {
  const { memory, state, program } = run;
  // An escalation may have taken the case away from its call.
  const { interrupted } = memory;
  const at = program.instructions[interrupted?.pc ?? state.pc];
  if (at?.op !== "call" || memory.calling !== event.step) return;
  delete memory.calling;
  if (event.ok && at.call.saveAs) {
    memory.saved = { ...memory.saved, [at.call.saveAs]: event.answer };
    run.effects.push({ type: "recheck_messages" });
  }
  log(run, event.ok ? "call.answered" : "call.failed", { url: at.call.url, answer: event.answer });
  if (interrupted) {
    // By what comes next: another version would find the call by its name and make it again.
    const pc = interrupted.pc + 1;
    const next = program.instructions[pc];
    assert(next, `no instruction at ${pc}`);
    const { op, step } = next;
    memory.interrupted = { pc, op, step, waitingFor: null, takenAt: interrupted.takenAt };
    return;
  }
  leaveWait(run);
  state.pc += 1;
  lookAgain(run);
}
