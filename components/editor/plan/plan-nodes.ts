import { type GapPlace, gapKey, gapsOf } from "@/core/workflow/edit/gaps";
import type { Gap } from "@/core/workflow/edit/list-at";
import {
  type OutlineNode,
  type OutlineRow,
  rowsOf,
  type StageNode,
  type StepNode,
} from "@/core/workflow/edit/outline";

/** The two parts of every workflow that are no steps. */
export const HEAD_KEYS = ["stops", "start"] as const;

/** What is current while the workflow's own settings are shown: no node, so the first one keeps the Tab stop. */
export const SETTINGS_KEY = "settings";

/** Keys of everything that can have the focus, in reading order. */
export function planKeys(outline: readonly StageNode[], collapsed: ReadonlySet<string>): string[] {
  return [...HEAD_KEYS, ...rowsOf(outline, collapsed).map(({ node }) => node.key)];
}

export function rowOf(
  outline: readonly StageNode[],
  key: string,
  collapsed: ReadonlySet<string> = new Set(),
): OutlineRow | undefined {
  return rowsOf(outline, collapsed).find(({ node }) => node.key === key);
}

export const nodeOf = (outline: readonly StageNode[], key: string): OutlineNode | undefined =>
  rowOf(outline, key)?.node;

export function stepOf(outline: readonly StageNode[], key: string): StepNode | undefined {
  const node = nodeOf(outline, key);
  return node?.type === "step" ? node : undefined;
}

/** What stays collapsed when a node is to be seen: nothing that it stands in. */
export function opened(
  outline: readonly StageNode[],
  collapsed: ReadonlySet<string>,
  key: string,
): ReadonlySet<string> {
  const parents = new Map(
    rowsOf(outline, new Set()).map(({ node, parent }) => [node.key, parent] as const),
  );
  const open = new Set<string>();
  for (let up = parents.get(key); up != null; up = parents.get(up)) open.add(up);
  const left = [...collapsed].filter((one) => !open.has(one));
  return left.length === collapsed.size ? collapsed : new Set(left);
}

/** Where a new step goes when this node has the focus; the head's are added to the first stage. */
export function gapAt(
  outline: readonly StageNode[],
  key: string,
  side: "before" | "after",
): GapPlace | undefined {
  const gap = gapFor(outline, nodeOf(outline, key), side);
  return gap && placeOf(outline, gap);
}

function gapFor(
  [first]: readonly StageNode[],
  node: OutlineNode | undefined,
  side: "before" | "after",
): Gap | undefined {
  if (!node) return first && { list: first.list, index: 0 };
  if (node.type === "step") {
    return { list: node.list, index: node.index + (side === "after" ? 1 : 0) };
  }
  return { list: node.type === "way" ? node.way : node.list, index: 0 };
}

/** A gap with what stands around it. */
export const placeOf = (outline: readonly StageNode[], gap: Gap): GapPlace | undefined =>
  gapsOf(outline).find(({ key }) => key === gapKey(gap));

/** The node a column further to the left or right: the way beside the one that `key` stands in. */
export function columnBeside(
  outline: readonly StageNode[],
  key: string,
  by: -1 | 1,
): string | undefined {
  const rows = rowsOf(outline, new Set());
  const byKey = new Map(rows.map((row) => [row.node.key, row]));
  const own = byKey.get(key)?.node;
  if (by === 1 && own?.type === "step" && own.ways.length > 0) return own.ways[0]?.key;
  for (let row = byKey.get(key); row; row = row.parent ? byKey.get(row.parent) : undefined) {
    if (row.node.type !== "way") continue;
    const parent = byKey.get(row.parent ?? "")?.node;
    if (parent?.type !== "step") continue;
    const next = parent.ways[row.place - 1 + by];
    if (next) return next.key;
    if (by === -1) return parent.key;
  }
  return undefined;
}
