import type { StageNode } from "@/core/workflow/edit/outline";
import type { Problem } from "@/core/workflow/validate";
import { type HEAD_KEYS, planKeys, SETTINGS_KEY } from "./plan-nodes";

/** The parts of a document that stand on the Start card. */
const START_FIELDS = ["start", "person", "subject", "key", "due"];

/** The node that shows a field of the document that belongs to no step. */
export function headOf(path: string): (typeof HEAD_KEYS)[number] | typeof SETTINGS_KEY {
  const [root = ""] = path.split(".");
  if (root === "stopsWhen") return "stops";
  return START_FIELDS.includes(root) ? "start" : SETTINGS_KEY;
}

/** A problem with the node it is shown at; `n` counts from 1. */
export type PlacedProblem = { problem: Problem; id: string; place: string; n: number };

/** All problems in reading order of the plan, the workflow's own settings first. */
export function inPlanOrder(
  found: readonly Problem[],
  outline: readonly StageNode[],
): PlacedProblem[] {
  const order = orderOf(outline);
  const seen = new Map<string, number>();
  return found
    .map((problem) => {
      const what = `${problem.code} ${problem.path}`;
      const times = (seen.get(what) ?? 0) + 1;
      seen.set(what, times);
      // One code can be found several times at one place: a content with two unknown names.
      return { problem, id: `${what} ${times}`, place: problem.step ?? headOf(problem.path) };
    })
    .sort((a, b) => order(a.place) - order(b.place))
    .map((placed, i) => ({ ...placed, n: i + 1 }));
}

/**
 * The problem after or before where one is; behind the last one comes the first. `last` is the one
 * that was gone to before: while one still stands there, the next of the same step follows.
 */
export function problemBeside(
  ordered: readonly PlacedProblem[],
  outline: readonly StageNode[],
  { current, last }: { current: string; last: string | null },
  by: 1 | -1,
): PlacedProblem | undefined {
  const at = ordered.findIndex(({ id, place }) => id === last && place === current);
  if (at >= 0) return ordered[(at + by + ordered.length) % ordered.length];
  const order = orderOf(outline);
  const here = order(current);
  return by === 1
    ? (ordered.find(({ place }) => order(place) > here) ?? ordered[0])
    : (ordered.findLast(({ place }) => order(place) < here) ?? ordered.at(-1));
}

/** A step that is gone comes first, with the settings. */
function orderOf(outline: readonly StageNode[]): (key: string) => number {
  const keys = planKeys(outline, new Set());
  const places = new Map(keys.map((key, i) => [key, i] as const));
  return (key) => places.get(key) ?? -1;
}
