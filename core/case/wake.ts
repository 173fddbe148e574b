import { expire } from "./ending";
import { execute, lastMoment } from "./execute";
import { actorParams, log, type Run } from "./run";

/** The case's moment has come. Waits look again at the facts, so an early or repeated wake does nothing. */
export function wake(run: Run): void {
  const { state } = run;
  if (state.status === "open") {
    const last = lastMoment(run);
    if (last !== null && last <= run.now) {
      log(run, "limit.days", { days: run.program.definition.limits?.daysMax });
      expire(run);
    } else if (state.snoozedUntil !== null) {
      if (state.snoozedUntil > run.now) return;
      state.snoozedUntil = null;
      log(run, "case.snooze_ended", {});
    }
  }
  execute(run);
}

/** Something happened that the current wait may have been for. A snoozed case goes on when it ends. */
export function lookAgain(run: Run): void {
  const { snoozedUntil } = run.state;
  if (snoozedUntil !== null && snoozedUntil > run.now) return;
  execute(run);
}

export function snooze(run: Run, until: number): null {
  run.state.snoozedUntil = until;
  log(run, "case.snoozed", { until, by: actorParams(run.by) });
  if (until <= run.now) wake(run);
  run.effects.push({ type: "recheck_messages" });
  return null;
}

/** An operator does not want to wait for the end of a snooze; nothing happens to a case that has none. */
export function endSnooze(run: Run): null {
  if (run.state.snoozedUntil === null) return null;
  run.state.snoozedUntil = null;
  log(run, "case.snooze_ended", { by: actorParams(run.by) });
  execute(run);
  run.effects.push({ type: "recheck_messages" });
  return null;
}

/** Snoozes and limits bear on whatever the case now waits for. */
export function settle(run: Run): void {
  const { state } = run;
  if (state.status !== "open") return;
  if (state.snoozedUntil !== null && state.snoozedUntil > run.now) {
    state.waitingFor = "snooze";
    state.nextActionAt = state.snoozedUntil;
  }
  const last = lastMoment(run);
  if (last !== null && (state.nextActionAt === null || state.nextActionAt > last)) {
    state.nextActionAt = Math.max(last, run.now);
  }
}
