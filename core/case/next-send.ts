import { unreachable } from "@/core/assert";
import type { Instruction, Program } from "@/core/workflow/program";
import type { WaitingFor } from "./state";

/** Whether the step behind a wait sends: always, by a condition or a chance, or not. */
export type NextSend = "sends" | "may_send" | "none";

/** Jumps and branches followed before giving up: a program has no way around this many. */
const LOOKED_AT_MAX = 200;

/**
 * What a case that stands at `pc` does when its wait is over and nobody has answered, read from the
 * program alone. Conditions are not evaluated, so behind one it only may send.
 */
export function nextSend(program: Program, pc: number, waitingFor: WaitingFor): NextSend {
  if (waitingFor === "due_date" || waitingFor === "operator") return "none";
  const at = program.instructions[pc];
  switch (at?.op) {
    case "wait":
      return follow(program, pc + 1);
    case "await":
      return follow(program, at.noAnswer);
    case "round":
      return follow(program, at.head);
    case "escalate":
      return "sends";
    default:
      return "none";
  }
}

function follow(program: Program, from: number): NextSend {
  const seen = new Set<number>();
  const open: { pc: number; sure: boolean }[] = [{ pc: from, sure: true }];
  let best: NextSend = "none";
  while (open.length > 0 && seen.size < LOOKED_AT_MAX) {
    const { pc, sure } = open.pop() ?? { pc: -1, sure: false };
    const at = program.instructions[pc];
    if (!at || seen.has(pc)) continue;
    seen.add(pc);
    if (at.op === "send" || at.op === "escalate") {
      if (sure) return "sends";
      best = "may_send";
      continue;
    }
    const next = waysOn(at, pc);
    for (const way of next) open.push({ pc: way, sure: sure && next.length === 1 });
  }
  return best;
}

/** Where an instruction that takes no time goes; nowhere from one that waits or ends. */
function waysOn(at: Exclude<Instruction, { op: "send" | "escalate" }>, pc: number): number[] {
  switch (at.op) {
    case "branch":
      return [...new Set([...at.paths.map(({ to }) => to), at.otherwise])];
    case "split":
      return [...new Set(at.arms.map(({ to }) => to))];
    case "repeat":
      return [...new Set([at.body, at.end])];
    case "jump":
      return [at.to];
    case "update":
      return [pc + 1];
    case "wait":
    case "await":
    case "round":
    case "call":
    case "close":
    case "end":
      return [];
    default:
      return unreachable(at);
  }
}
