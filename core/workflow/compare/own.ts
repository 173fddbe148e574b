import { canonicalText } from "../edit/document";
import type { Step } from "../step";

/** A step without the steps inside it: those are told by themselves. */
export function own(step: Step): Record<string, unknown> {
  switch (step.kind) {
    case "wait_for_response":
      return { ...step, responded: undefined, noAnswer: undefined };
    case "branch": {
      const paths = step.paths.map(({ steps: _, ...path }) => path);
      return { ...step, paths, otherwise: undefined };
    }
    case "split":
      return { ...step, arms: step.arms.map(({ steps: _, ...arm }) => arm) };
    case "repeat":
      return { ...step, steps: undefined };
    default:
      return { ...step };
  }
}

/** Whether two JSON values are the same; the order of an object's keys says nothing. */
export const isSame = (a: unknown, b: unknown): boolean =>
  canonicalText(a ?? null) === canonicalText(b ?? null);
