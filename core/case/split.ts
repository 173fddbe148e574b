import type { Instruction } from "@/core/workflow/program";
import { log, type Run } from "./run";

type Arm = Extract<Instruction, { op: "split" }>["arms"][number];

/**
 * The arm a person falls into, the same at every entry, in every version that keeps the step's id, and
 * on every machine. Gives the address to go on at.
 */
export function chooseArm(run: Run, { arms }: Extract<Instruction, { op: "split" }>): number {
  const { step } = run.state;
  const chosen = armOf(arms, `${run.program.workflow}/${step}`, run.facts.person.id);
  if (!chosen) return run.state.pc + 1;
  run.memory.arms = { ...run.memory.arms, [step ?? ""]: chosen.name };
  if (chosen.holdout) run.memory.holdout = true;
  log(run, chosen.holdout ? "split.holdout" : "split.taken", { arm: chosen.name });
  return chosen.to;
}

/**
 * Every arm draws a lot by hash of salt, arm and person; the least −ln(lot) / weight wins, so that each
 * wins as often as its weight says (weighted rendezvous hashing). A lot does not depend on weights:
 * when one weight changes, people move into or out of that arm only, and as few as the new shares need.
 * An arm of another name is another arm.
 */
export function armOf<A extends Pick<Arm, "name" | "weight">>(
  arms: readonly A[],
  salt: string,
  unit: string,
): A | undefined {
  let chosen: A | undefined;
  let least = Infinity;
  for (const arm of arms) {
    const turn = -Math.log(lotOf(salt, arm.name, unit)) / arm.weight;
    if (turn >= least) continue;
    chosen = arm;
    least = turn;
  }
  return chosen;
}

const LOTS = 2 ** 32;

/** Evenly spread between 0 and 1: FNV-1a over UTF-16 units, finished with murmur3's mixer. */
function lotOf(...parts: readonly string[]): number {
  let hash = 0x811c9dc5;
  const text = parts.join("\u0000");
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> 0) + 0.5) / LOTS;
}
