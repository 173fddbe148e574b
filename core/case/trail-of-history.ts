import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import type { CaseState, Trail } from "./state";
import { leftVisit, standingVisit, WAYS } from "./trail";

/** A line of a case's timeline, or the first message that a step planned (`code` is then null). */
export type PastLine = {
  at: Instant;
  step: string | null;
  code: string | null;
  params: Record<string, unknown>;
};

type Standing = Pick<CaseState, "status" | "step" | "memory">;

/** Where a visit ends in the line itself, by its code: the way it left, or null where it stays. */
const WAY_OF: Record<string, (params: Record<string, unknown>) => string | null> = {
  "wait.started": () => null,
  "wait.passed": () => null,
  "await.started": () => null,
  "await.answered": () => WAYS.responded,
  "await.timed_out": () => WAYS.noAnswer,
  "branch.taken": ({ path }) => (path === "otherwise" ? WAYS.otherwise : WAYS.path(String(path))),
  "split.taken": ({ arm }) => WAYS.arm(String(arm)),
  "split.holdout": () => WAYS.holdout,
  "repeat.round": () => null,
  "repeat.done": () => WAYS.on,
  "esc.started": () => null,
  "esc.not_needed": () => WAYS.on,
  "esc.exhausted": () => WAYS.on,
  "update.set": () => WAYS.on,
  "call.started": () => null,
  "call.answered": () => WAYS.on,
  "call.failed": () => WAYS.on,
  "held.missing_due": () => null,
  "held.missing_data": () => null,
};

const ENDS: Record<string, string> = {
  "case.resolved": WAYS.end("resolved"),
  "case.expired": WAYS.end("expired"),
  "case.canceled": WAYS.end("canceled"),
};

/**
 * The trail of a case that is older than trails, read from its timeline and messages in the order of
 * their time: as good as they tell. Times of waits that left no line of their end are those of the
 * next thing that happened.
 */
export function trailOfHistory(
  program: Program,
  state: Standing,
  lines: readonly PastLine[],
): Trail {
  const { version } = program;
  const trail: Trail = {};
  const here = new Map<string, Instant>();
  const repeats = new Set(
    program.instructions.flatMap(({ op, step }) => (op === "repeat" ? [step] : [])),
  );
  const leave = (step: string, at: Instant, way: string) => {
    const since = here.get(step) ?? at;
    here.delete(step);
    trail[step] = leftVisit({ version, since, at, way });
  };
  const goOn = (to: string, at: Instant) => {
    for (const step of here.keys()) {
      if (step !== to && !repeats.has(step)) leave(step, at, WAYS.on);
    }
  };
  for (const { at, step, code, params } of lines) {
    const end = code === null ? undefined : ENDS[code];
    if (end !== undefined) {
      if (step !== null && opOf(program, step) === "close") here.set(step, at);
      for (const stood of [...here.keys()]) leave(stood, at, end);
      continue;
    }
    if (step === null || !program.addressOf.has(step)) continue;
    if (code === null) {
      const sent = { version, since: at, at, way: WAYS.on };
      if (opOf(program, step) === "send") trail[step] = leftVisit(sent);
      continue;
    }
    const way = WAY_OF[code];
    if (!way) continue;
    goOn(step, at);
    if (!here.has(step)) here.set(step, at);
    const left = way(params);
    if (left !== null) leave(step, at, left);
  }
  const { status, step, memory } = state;
  if (status === "open" && step !== null && program.addressOf.has(step)) {
    const now = lines.at(-1)?.at ?? 0;
    goOn(step, now);
    if (!here.has(step)) here.set(step, memory.since ?? now);
  }
  for (const [stood, since] of here) {
    if (status === "open") trail[stood] = standingVisit(version, since);
  }
  return trail;
}

const opOf = (program: Program, step: string) =>
  program.instructions[program.addressOf.get(step) ?? -1]?.op;
