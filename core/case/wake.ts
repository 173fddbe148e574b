import type { Instant } from "@/core/time";
import { startOver } from "./climb/acknowledgement-end";
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
  if (run.state.status === "open") startOver(run);
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
  if (isSnoozed(run)) state.waitingFor = "snooze";
  state.nextActionAt = nextMoment(run);
}

const isSnoozed = ({ state, now }: Run): boolean =>
  state.snoozedUntil !== null && state.snoozedUntil > now;

/** When an open case is looked at next, by what it waits for and by everything that bears on that. */
export function nextMoment(run: Run): Instant | null {
  const { state, memory, now } = run;
  if (state.status !== "open") return state.nextActionAt;
  const { acknowledgementEnd } = memory;
  const waits = isSnoozed(run)
    ? state.snoozedUntil
    : earlier(state.nextActionAt, acknowledgementEnd ? Math.max(acknowledgementEnd.at, now) : null);
  const last = lastMoment(run);
  if (last === null || (waits !== null && waits <= last)) return waits;
  return Math.max(last, now);
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
