import type { Instruction } from "@/core/workflow/program";
import { log, type Run } from "./run";

const BUCKETS = 10_000;

/**
 * The arm a person falls into: by a fixed hash of workflow, step and person, so that it is the same
 * at every entry and on every machine. Gives the address to go on at.
 */
export function chooseArm(
  run: Run,
  { arms, weightSum }: Extract<Instruction, { op: "split" }>,
): number {
  const { step } = run.state;
  const point = bucketOf(`${run.program.workflow}/${step}`, run.facts.person.id) / BUCKETS;
  let upTo = 0;
  let chosen = arms.at(-1);
  for (const arm of arms) {
    upTo += arm.weight / weightSum;
    if (point >= upTo) continue;
    chosen = arm;
    break;
  }
  if (!chosen) return run.state.pc + 1;
  run.memory.arms = { ...run.memory.arms, [step ?? ""]: chosen.name };
  if (chosen.holdout) run.memory.holdout = true;
  log(run, chosen.holdout ? "split.holdout" : "split.taken", { arm: chosen.name });
  return chosen.to;
}

/** 0 to 9,999, evenly spread: FNV-1a over UTF-16 units, finished with murmur3's mixer. */
export function bucketOf(salt: string, unit: string): number {
  let hash = 0x811c9dc5;
  const text = `${salt}\u0000${unit}`;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) % BUCKETS;
}
