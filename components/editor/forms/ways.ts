import { z } from "zod";
import type { Branch, Split, Step } from "@/core/workflow/step";

/** A way out of a branch or a split. */
type Way = { name: string; steps: Step[] };

export const WayName = z.string().min(1).max(80);

/** A name no other way has: `Path 2`. `name` gives the n-th. */
export function freshName(ways: readonly Way[], name: (n: number) => string): string {
  for (let n = ways.length + 1; ; n++) {
    const fresh = name(n);
    if (!ways.some((way) => way.name === fresh)) return fresh;
  }
}

/** The list with the item at `index` moved by one place; unchanged at its ends. */
export function shifted<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const next = [...list];
  if (next[index + by] === undefined) return next;
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(index + by, 0, item);
  return next;
}

export const replaced = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, i) => (i === index ? item : old));

export const without = <T>(list: readonly T[], index: number): T[] =>
  list.filter((_, i) => i !== index);

/** The branch without one of its paths. `keep`: its steps go to the end of Otherwise. */
export function withoutPath(step: Branch, index: number, keep: boolean): Branch {
  const moved = keep ? (step.paths[index]?.steps ?? []) : [];
  return {
    ...step,
    paths: without(step.paths, index),
    otherwise: [...step.otherwise, ...moved],
  };
}

/** The split without one of its arms. `keep`: its steps go to the end of the arm before, or after the first. */
export function withoutArm(step: Split, index: number, keep: boolean): Split {
  const moved = keep ? (step.arms[index]?.steps ?? []) : [];
  const arms = without(step.arms, index);
  const heir = heirOf(index);
  return {
    ...step,
    arms: arms.map((arm, i) => (i === heir ? { ...arm, steps: [...arm.steps, ...moved] } : arm)),
  };
}

/** The arm, of those that are left, that takes over the steps of the one at `index`. */
export const heirOf = (index: number): number => Math.max(0, index - 1);

/** What part of everybody a weight is, in percent with one decimal. */
export function shareOf(weight: number, { arms, holdout = 0 }: Pick<Split, "arms" | "holdout">) {
  const sum = arms.reduce((total, arm) => total + arm.weight, holdout);
  return sum === 0 ? 0 : Math.round((1_000 * weight) / sum) / 10;
}

/** The least weight an arm may have: one of them has to be above 0. */
export function weightMin(arms: Split["arms"], index: number): number {
  return arms.some((arm, i) => i !== index && arm.weight > 0) ? 0 : WEIGHT_MIN;
}
const WEIGHT_MIN = 0.1;

/** Equal weights that add up to about 100. */
export function evenly(step: Split): Split {
  const each = Math.round(1_000 / step.arms.length) / 10;
  return { ...step, arms: step.arms.map((arm) => ({ ...arm, weight: each })) };
}
