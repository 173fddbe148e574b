import type { StageNode, StepNode } from "@/core/workflow/edit/outline";
import { planKeys, stepOf } from "./plan-nodes";

/** A step with the lists it stands in, from the outermost: those of all stages count as one. */
type Chain = { siblings: readonly StepNode[]; at: number }[];

function chainTo(siblings: readonly StepNode[], key: string): Chain | null {
  for (const [at, node] of siblings.entries()) {
    if (node.key === key) return [{ siblings, at }];
    for (const way of node.ways) {
      const inner = chainTo(way.steps, key);
      if (inner) return [{ siblings, at }, ...inner];
    }
  }
  return null;
}

const chainOf = (outline: readonly StageNode[], key: string): Chain | null =>
  chainTo(
    outline.flatMap(({ steps }) => steps),
    key,
  );

/**
 * The steps from one to another in flow order: neighbours of the innermost list that holds both, each
 * with all that stands inside it. Only `to` where `from` is gone.
 */
export function rangeBetween(
  outline: readonly StageNode[],
  from: string,
  to: string,
): ReadonlySet<string> {
  const b = chainOf(outline, to);
  const a = chainOf(outline, from) ?? b;
  if (!a || !b) return new Set();
  let depth = 0;
  while (a[depth + 1] && a[depth + 1]?.siblings === b[depth + 1]?.siblings) depth += 1;
  const [one, other] = [a[depth]?.at ?? 0, b[depth]?.at ?? 0];
  const run = b[depth]?.siblings.slice(Math.min(one, other), Math.max(one, other) + 1) ?? [];
  return new Set(run.flatMap((node) => withContent(node)));
}

const withContent = (node: StepNode): string[] => [
  node.key,
  ...node.ways.flatMap(({ steps }) => steps.flatMap(withContent)),
];

/**
 * Where a range that begins at `anchor` and ends at `head` ends after one more press: at the next
 * neighbour, behind the last one of a way at the neighbour of the step that holds it. Turning back
 * goes the same way back. Undefined at the ends of the workflow.
 */
export function nextInRange(
  outline: readonly StageNode[],
  anchor: string,
  head: string,
  by: 1 | -1,
): string | undefined {
  const chain = chainOf(outline, anchor);
  if (!chain) return undefined;
  const inward = chain.toReversed();
  const before = chain.flatMap(({ siblings, at }) => siblings.slice(0, at));
  const after = inward.flatMap(({ siblings, at }) => siblings.slice(at + 1));
  const line = [...before.map(({ key }) => key), anchor, ...after.map(({ key }) => key)];
  const ends = (chainOf(outline, head) ?? []).map(({ siblings, at }) => siblings[at]?.key ?? "");
  const at = line.findIndex((key) => ends.includes(key));
  return line[(at < 0 ? line.indexOf(anchor) : at) + by];
}

/** The next step in reading order, from what is no step. */
export function stepBeside(
  outline: readonly StageNode[],
  key: string,
  by: 1 | -1,
): string | undefined {
  const keys = planKeys(outline, new Set());
  const at = keys.indexOf(key);
  const beside = by === 1 ? keys.slice(at + 1) : keys.slice(0, Math.max(0, at)).reverse();
  return beside.find((one) => stepOf(outline, one));
}
