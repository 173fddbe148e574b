import type { Instant } from "@/core/time";
import type { Program } from "@/core/workflow/program";
import type { Effect } from "./effect";
import type { CaseFacts } from "./facts";
import type { Actor, CaseState, Memory } from "./state";

/**
 * One call of `advance` under way: a private copy of the state that the interpreter changes, and
 * the effects so far. Nothing of it outlives the call.
 */
export type Run = {
  readonly program: Program;
  readonly facts: CaseFacts;
  readonly now: Instant;
  readonly state: CaseState;
  readonly memory: Memory;
  readonly effects: Effect[];
  /** Ids of the steps this call came to, for those who want to know. */
  readonly steps?: string[];
  /** Who caused this transition. */
  readonly by: Actor;
  /** What it sends leaves later, so that whoever caused it can take it back. */
  readonly undoable: boolean;
  /** The last thing that led here: the reason of the messages planned next. */
  because: Reason | null;
};

/** The memory that a run may write to: the one it was given stays as it was. */
export const ownMemory = ({ memory }: { memory: Memory }): Memory => ({
  ...memory,
  ...(memory.trail && { trail: { ...memory.trail } }),
});

type Reason = { code: string; params: Record<string, unknown> };

/** Time somebody has to take back what their click caused. */
export const UNDO_WINDOW_MS = 10_000;

export function log(
  run: Run,
  code: string,
  params: Record<string, unknown> = {},
  evidence?: Record<string, unknown>,
): void {
  const decision = { code, step: run.state.step, params, ...(evidence && { evidence }) };
  run.effects.push({ type: "log", decision });
}

/** The person's zone; the workspace's where it is unknown. */
export const zoneOf = (run: { facts: Pick<CaseFacts, "person" | "workspace"> }): string =>
  run.facts.person.timeZone ?? run.facts.workspace.timeZone;

/** How often the flow has come by: a step happens once per visit. */
export const visitOf = (run: Run): number => run.memory.turn ?? 0;

export function nextTurn(run: Run): void {
  run.memory.turn = visitOf(run) + 1;
}

/** Forgets the wait the case stood at: the next instruction starts afresh. */
export function leaveWait(run: Run): void {
  delete run.memory.since;
  delete run.memory.until;
  delete run.memory.moved;
  run.state.waitingFor = null;
  run.state.nextActionAt = null;
}

/** True while the messages of an ending are planned. */
export const isEnding = (run: Run): boolean => run.state.status !== "open";

/** What the timeline shows as the doer: id and name, or the plan. */
export function actorParams(by: Actor): Record<string, unknown> {
  switch (by.kind) {
    case "person":
      return { kind: by.kind, id: by.id, name: by.name ?? by.id };
    case "operator":
    case "event":
      return { kind: by.kind, id: by.id, name: by.name };
    case "api":
      return { kind: by.kind, name: by.name };
    case "plan":
      return { kind: by.kind };
  }
}

/** One word for columns such as `closed_by`: `person:p_7`, `event:invoice.paid`, `plan`. */
export function actorText(by: Actor): string {
  switch (by.kind) {
    case "person":
    case "operator":
      return `${by.kind}:${by.id}`;
    case "event":
    case "api":
      return `${by.kind}:${by.name}`;
    case "plan":
      return "plan";
  }
}
