import { type GapPlace, placeIn, sameGap } from "@/core/workflow/edit/gaps";
import type { Gap } from "@/core/workflow/edit/list-at";
import type { OutlineNode, OutlineRow, StageNode, StepNode } from "@/core/workflow/edit/outline";

/** A row of the tree with the gaps that follow it, each `level` deep. */
export type Line = { row: OutlineRow; gaps: { place: GapPlace; level: number }[] };

/** What the two that stand before the stages take of the first level. */
const HEADS = 2;

/** Rows in reading order; those inside collapsed ones are left out. Every gap belongs to the row before it. */
export function linesOf(outline: readonly StageNode[], collapsed: ReadonlySet<string>): Line[] {
  const lines: Line[] = [];
  const row = (
    node: OutlineNode,
    level: number,
    at: { place: number; size: number },
    parent: string | null,
    inner: number,
  ) => {
    const expanded = inner > 0 ? !collapsed.has(node.key) : undefined;
    lines.push({ row: { node, level, ...at, parent, expanded }, gaps: [] });
  };
  const list = (
    stage: StageNode,
    { steps, at, way }: { steps: readonly StepNode[]; at: Gap["list"]; way: string | null },
    level: number,
    parent: string,
  ) => {
    const gap = (index: number) =>
      lines.at(-1)?.gaps.push({ place: placeIn(stage, steps, at, way, index), level });
    gap(0);
    for (const [i, node] of steps.entries()) {
      row(node, level, { place: i + 1, size: steps.length }, parent, node.ways.length);
      if (!collapsed.has(node.key)) ways(stage, node, level + 1);
      gap(i + 1);
    }
  };
  const ways = (stage: StageNode, step: StepNode, level: number) => {
    for (const [i, way] of step.ways.entries()) {
      row(way, level, { place: i + 1, size: step.ways.length }, step.key, way.steps.length);
      const { steps, way: at, name } = way;
      if (!collapsed.has(way.key)) list(stage, { steps, at, way: name }, level + 1, way.key);
    }
  };
  for (const [i, stage] of outline.entries()) {
    const at = { place: i + 1 + HEADS, size: outline.length + HEADS };
    row(stage, 1, at, null, stage.steps.length);
    const { steps, list: own } = stage;
    if (!collapsed.has(stage.key)) list(stage, { steps, at: own, way: null }, 2, stage.key);
  }
  return lines;
}

/** Whether two lines show the same. */
export function sameLine(a: Line, b: Line): boolean {
  const [old, now] = [a.row, b.row];
  return (
    old.node === now.node &&
    old.level === now.level &&
    old.place === now.place &&
    old.size === now.size &&
    old.expanded === now.expanded &&
    a.gaps.length === b.gaps.length &&
    a.gaps.every(({ place, level }, i) => {
      const other = b.gaps[i];
      return other !== undefined && level === other.level && sameGap(place, other.place);
    })
  );
}
