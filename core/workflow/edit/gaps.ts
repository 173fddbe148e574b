import { type Gap, listKey } from "./list-at";
import type { StageNode, StepNode } from "./outline";

/** A gap with what stands around it, for whoever hears it read out. */
export type GapPlace = Gap & {
  key: string;
  stage: StageNode;
  /** The step before it in its list; else the way or stage it begins. */
  after: StepNode | null;
  way: string | null;
};

/** Every gap of the document in reading order. */
export function gapsOf(outline: readonly StageNode[]): GapPlace[] {
  return outline.flatMap((stage) => inList(stage, stage.steps, stage.list, null));
}

function inList(
  stage: StageNode,
  steps: readonly StepNode[],
  list: Gap["list"],
  way: string | null,
): GapPlace[] {
  const gap = (index: number) => placeIn(stage, steps, list, way, index);
  return [
    gap(0),
    ...steps.flatMap((node, i) => [
      ...node.ways.flatMap(({ steps: inner, way: at, name }) => inList(stage, inner, at, name)),
      gap(i + 1),
    ]),
  ];
}

/** Whether two gaps stand at the same place and are called the same. */
export const sameGap = (a: GapPlace, b: GapPlace): boolean =>
  a.key === b.key &&
  a.after === b.after &&
  a.way === b.way &&
  a.stage.name === b.stage.name &&
  a.stage.number === b.stage.number;

/** A gap of a list, with what stands around it. */
export function placeIn(
  stage: StageNode,
  steps: readonly StepNode[],
  list: Gap["list"],
  way: string | null,
  index: number,
): GapPlace {
  return { list, index, key: gapKey({ list, index }), stage, after: steps[index - 1] ?? null, way };
}

export const gapKey = ({ list, index }: Gap): string => `${listKey(list)}#${index}`;

/**
 * Where steps may be dropped: every gap outside of themselves that would change something. `ids` are
 * the steps that are moved.
 */
export function dropGaps(outline: readonly StageNode[], ids: ReadonlySet<string>): GapPlace[] {
  const inside = new Set<string>();
  const mark = (node: StepNode) => {
    inside.add(node.key);
    for (const { steps } of node.ways) steps.forEach(mark);
  };
  const visit = (nodes: readonly StepNode[]) => {
    for (const node of nodes) {
      if (ids.has(node.key)) mark(node);
      else for (const { steps } of node.ways) visit(steps);
    }
  };
  for (const { steps } of outline) visit(steps);
  const only = ids.size === 1;
  return gapsOf(outline).filter(({ list, index, after }) => {
    if ("step" in list && inside.has(list.step)) return false;
    if (!only) return true;
    const next = stepAt(outline, { list, index });
    return !(after && ids.has(after.key)) && !(next && ids.has(next.key));
  });
}

function stepAt(outline: readonly StageNode[], { list, index }: Gap): StepNode | null {
  const key = listKey(list);
  const search = (nodes: readonly StepNode[]): readonly StepNode[] | null => {
    for (const { ways } of nodes) {
      for (const way of ways) {
        if (listKey(way.way) === key) return way.steps;
        const deeper = search(way.steps);
        if (deeper) return deeper;
      }
    }
    return null;
  };
  for (const stage of outline) {
    if (listKey(stage.list) === key) return stage.steps[index] ?? null;
    const steps = search(stage.steps);
    if (steps) return steps[index] ?? null;
  }
  return null;
}
