import { tellWebhooksOfTheEnd } from "./climb/tell";
import { noteEnded } from "./climb/turns";
import { actorParams, actorText, leaveWait, log, type Run } from "./run";
import type { CaseStatus, Memory } from "./state";
import { endTrail } from "./trail";

type Closing = {
  outcome?: string | undefined;
  note?: string | undefined;
  confirm?: boolean | undefined;
};

/** Ends the case well: what waits is stopped, then the resolution's steps run. */
export function resolve(run: Run, how: Record<string, unknown>, options: Closing = {}): void {
  const outcome = options.outcome ?? "resolved";
  shut(run, "resolved", outcome);
  const note = options.note === undefined ? {} : { note: options.note };
  log(run, "case.resolved", { by: actorParams(run.by), outcome, ...how, ...note });
  if (options.confirm === false) run.state.pc = lastOf(run, "resolution");
  else run.state.pc = run.program.resolution;
}

/** The last stage has ended, and nothing settled the case. */
export function expire(run: Run): void {
  shut(run, "expired", "expired");
  log(run, "case.expired", run.memory.answers === undefined ? {} : { answered: true });
  run.because = { code: "case.expired", params: {} };
  run.state.pc = run.program.expiry;
}

/** Ends it silently: nothing more is sent. */
export function cancel(run: Run, reason: string): void {
  shut(run, "canceled", "canceled");
  log(run, "case.canceled", { by: actorParams(run.by), reason });
  run.state.pc = lastOf(run, "expiry");
}

/** A close step, as the workflow says. */
export function close(
  run: Run,
  outcome: "resolved" | "expired" | "canceled",
  note: string | null,
): void {
  if (outcome === "resolved") resolve(run, { how: "plan" }, note === null ? {} : { note });
  else if (outcome === "expired") expire(run);
  else cancel(run, note ?? "the workflow says so");
}

function shut(run: Run, status: Exclude<CaseStatus, "open">, outcome: string): void {
  const { state, memory } = run;
  memory.resumeAt = memory.interrupted?.pc ?? state.pc;
  leaveWait(run);
  endTrail(run, status);
  noteEnded(run, status === "resolved" ? "resolved" : "ended", actorText(run.by));
  tellWebhooksOfTheEnd(run);
  endEscalation(memory);
  delete memory.calling;
  state.status = status;
  state.outcome = outcome;
  state.closedAt = run.now;
  state.closedBy = actorText(run.by);
  state.snoozedUntil = null;
  // What the flow sent in the same breath in which it ended the case is its last word, not a leftover.
  for (const effect of run.effects) {
    if (effect.type === "plan_message") effect.message.request.ending = true;
  }
  const answered = status === "resolved";
  run.effects.push({
    type: "stop_messages",
    code: answered ? "skip.responded" : "skip.case_closed",
    params: { by: actorParams(run.by), at: run.now, outcome },
    endingToo: false,
  });
}

/** Nothing of an escalation outlives its case. */
function endEscalation(memory: Memory): void {
  delete memory.climb;
  delete memory.announced;
  delete memory.acknowledgementEnd;
  delete memory.interrupted;
  delete memory.takenAt;
}

/** The address of a section's end: nothing of it runs. */
function lastOf(run: Run, section: "resolution" | "expiry"): number {
  const { program } = run;
  return section === "resolution" ? program.expiry - 1 : program.instructions.length - 1;
}
