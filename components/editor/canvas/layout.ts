import { type GapPlace, placeIn, sameGap } from "@/core/workflow/edit/gaps";
import type { Gap } from "@/core/workflow/edit/list-at";
import type { StageNode, StepNode, WayNode } from "@/core/workflow/edit/outline";

export const CARD_WIDTH = 320;
export const GAP_HEIGHT = 56;
const COLUMN_GAP = 48;
const COLUMN_MIN = 176;
const BAND_HEIGHT = 32;
const PILL_HEIGHT = 24;
const FORK_HEIGHT = 28;
const JOIN_HEIGHT = 20;
const BAND_MARGIN = 24;
const CORNER = 10;
const PLUS = 32;
/** The column of times on the left. */
export const GUTTER_WIDTH = 104;
const MOMENT_HEIGHT = 40;

export type Box = { x: number; y: number; width: number; height: number };

/** One thing on the canvas with its place. `key` is the outline's key, or the gap's. */
export type Placed = Box & { key: string } & (
    | { type: "stops" }
    | { type: "start" }
    | { type: "stage"; node: StageNode }
    | { type: "step"; node: StepNode }
    | { type: "way"; node: WayNode }
    | { type: "gap"; place: GapPlace }
    | { type: "moment"; node: StepNode }
  );

/** A line of the flow as an SVG path; `way` is the branch it leads into. */
export type Wire = { key: string; d: string; arrow: boolean; way: string | null };

export type Layout = { placed: Placed[]; wires: Wire[]; width: number; height: number };

type Heights = { card: (node: StepNode) => number; start: number; stops: number };
type Out = { placed: Placed[]; wires: Wire[] };
type Block = { width: number; height: number; put: (x: number, y: number, out: Out) => void };

/**
 * Places a whole workflow: stages one below the other, branches side by side, everything centred. A
 * tree lays itself out, so this is one pass without measuring: what it takes grows with the steps.
 */
export function layoutOf(
  outline: readonly StageNode[],
  collapsed: ReadonlySet<string>,
  heights: Heights,
  /** Steps whose turn comes at another time than that of the one before. */
  timed: ReadonlySet<string> = new Set(),
): Layout {
  const out: Out = { placed: [], wires: [] };
  const blocks = outline.map((stage) =>
    collapsed.has(stage.key) ? null : listBlock(stage.steps, stage.list, stage, null, heights),
  );
  const inner = Math.max(CARD_WIDTH, ...blocks.map((block) => block?.width ?? 0));
  const width = inner + 2 * BAND_MARGIN;
  const middle = width / 2;
  const card = (type: "stops" | "start", y: number, height: number) =>
    out.placed.push({
      type,
      key: type,
      x: middle - CARD_WIDTH / 2,
      y,
      width: CARD_WIDTH,
      height,
    });
  let y = 0;
  card("stops", y, heights.stops);
  y += heights.stops + 24;
  card("start", y, heights.start);
  y += heights.start;
  for (const [i, stage] of outline.entries()) {
    const block = blocks[i];
    const isFlow = stage.ending === null;
    const from = y;
    y += isFlow ? 20 : 40;
    out.placed.push({
      type: "stage",
      key: stage.key,
      node: stage,
      x: 0,
      y,
      width,
      height: BAND_HEIGHT,
    });
    if (isFlow) {
      const key = `into ${stage.key}`;
      out.wires.push({ key, d: vertical(middle, from, y), arrow: false, way: null });
    }
    y += BAND_HEIGHT;
    if (!block) continue;
    block.put(BAND_MARGIN + (inner - block.width) / 2, y, out);
    y += block.height;
  }
  return {
    placed: [...out.placed, ...moments(out.placed, timed)],
    wires: out.wires,
    width,
    height: y,
  };
}

/** The times in the gutter, beside the steps of the stages themselves. */
const moments = (placed: readonly Placed[], timed: ReadonlySet<string>): Placed[] =>
  placed.flatMap((one) =>
    one.type === "step" && "stage" in one.node.list && timed.has(one.key)
      ? [
          {
            type: "moment" as const,
            key: `moment ${one.key}`,
            node: one.node,
            x: -GUTTER_WIDTH,
            y: one.y + 8,
            width: GUTTER_WIDTH,
            height: MOMENT_HEIGHT,
          },
        ]
      : [],
  );

/** Steps below each other, a gap before the first, between two and behind the last. */
function listBlock(
  steps: readonly StepNode[],
  list: Gap["list"],
  stage: StageNode,
  way: string | null,
  heights: Heights,
): Block {
  const blocks = steps.map((node) => stepBlock(node, stage, heights));
  const width = Math.max(COLUMN_MIN, ...blocks.map((block) => block.width));
  const height =
    blocks.reduce((sum, block) => sum + block.height, 0) + GAP_HEIGHT * (steps.length + 1);
  const put = (x: number, top: number, out: Out) => {
    const middle = x + width / 2;
    let y = top;
    const gap = (index: number) => {
      const place = placeIn(stage, steps, list, way, index);
      const { key } = place;
      out.placed.push({
        type: "gap",
        key,
        place,
        x: middle - PLUS / 2,
        y: y + (GAP_HEIGHT - PLUS) / 2,
        width: PLUS,
        height: PLUS,
      });
      if (!endsFlow(steps[index - 1])) {
        out.wires.push({ key, d: vertical(middle, y, y + GAP_HEIGHT), arrow: false, way: null });
      }
      y += GAP_HEIGHT;
    };
    gap(0);
    for (const [i, block] of blocks.entries()) {
      block.put(middle - block.width / 2, y, out);
      y += block.height;
      gap(i + 1);
    }
  };
  return { width, height, put };
}

const endsFlow = (node: StepNode | undefined): boolean =>
  node?.step.kind === "close" && node.step.disabled !== true;

function stepBlock(node: StepNode, stage: StageNode, heights: Heights): Block {
  const height = heights.card(node);
  const card = (middle: number, y: number, out: Out) =>
    out.placed.push({
      type: "step",
      key: node.key,
      node,
      x: middle - CARD_WIDTH / 2,
      y,
      width: CARD_WIDTH,
      height,
    });
  if (node.ways.length === 0) {
    return { width: CARD_WIDTH, height, put: (x, y, out) => card(x + CARD_WIDTH / 2, y, out) };
  }
  const columns = node.ways.map((way) => listBlock(way.steps, way.way, stage, way.name, heights));
  const tallest = Math.max(...columns.map((column) => column.height));
  const columnsWidth =
    columns.reduce((sum, column) => sum + column.width, 0) + COLUMN_GAP * (columns.length - 1);
  const width = Math.max(CARD_WIDTH, columnsWidth);
  const whole = height + FORK_HEIGHT + PILL_HEIGHT + tallest + JOIN_HEIGHT;
  const put = (x: number, y: number, out: Out) => {
    const middle = x + width / 2;
    card(middle, y, out);
    const fork = y + height;
    const pills = fork + FORK_HEIGHT;
    const top = pills + PILL_HEIGHT;
    const join = y + whole;
    let left = middle - columnsWidth / 2;
    for (const [i, way] of node.ways.entries()) {
      const column = columns[i];
      if (!column) continue;
      const at = left + column.width / 2;
      const pill = Math.min(column.width, CARD_WIDTH);
      out.placed.push({
        type: "way",
        key: way.key,
        node: way,
        x: at - pill / 2,
        y: pills,
        width: pill,
        height: PILL_HEIGHT,
      });
      out.wires.push({
        key: `${way.key} in`,
        d: elbow(middle, fork, at, pills),
        arrow: false,
        way: way.key,
      });
      column.put(left, top, out);
      const end = top + column.height;
      if (node.step.kind === "repeat") {
        out.wires.push({
          key: `${way.key} again`,
          d: loop(at, end, left, fork),
          arrow: true,
          way: way.key,
        });
      }
      if (!endsFlow(way.steps.at(-1))) {
        out.wires.push({
          key: `${way.key} out`,
          d: joined(at, end, middle, join),
          arrow: at !== middle,
          way: way.key,
        });
      }
      left += column.width + COLUMN_GAP;
    }
  };
  return { width, height: whole, put };
}

const vertical = (x: number, from: number, to: number): string => `M${x} ${from}V${to}`;

/** Down, across and down again, with round corners. */
function elbow(x: number, y: number, toX: number, toY: number): string {
  if (x === toX) return vertical(x, y, toY);
  const turn = y + (toY - y) / 2;
  const r = Math.min(CORNER, (toY - y) / 2, Math.abs(toX - x) / 2);
  const side = Math.sign(toX - x);
  return `M${x} ${y}V${turn - r}Q${x} ${turn} ${x + side * r} ${turn}H${toX - side * r}Q${toX} ${turn} ${toX} ${turn + r}V${toY}`;
}

/** Down to where the ways meet, then across. */
function joined(x: number, y: number, toX: number, toY: number): string {
  if (x === toX) return vertical(x, y, toY);
  const side = Math.sign(toX - x);
  return `M${x} ${y}V${toY - CORNER}Q${x} ${toY} ${x + side * CORNER} ${toY}H${toX}`;
}

/** From the end of a round back up to its step. */
function loop(x: number, y: number, left: number, to: number): string {
  const far = left - COLUMN_GAP / 2;
  const up = to + FORK_HEIGHT / 2;
  return `M${x} ${y - CORNER}H${far + CORNER}Q${far} ${y - CORNER} ${far} ${y - 2 * CORNER}V${up + CORNER}Q${far} ${up} ${far + CORNER} ${up}H${x - 8}`;
}

/** Whether two placed things stand at the same place and show the same. */
export function samePlaced(a: Placed, b: Placed): boolean {
  if (a.key !== b.key || a.x !== b.x || a.y !== b.y) return false;
  if (a.width !== b.width || a.height !== b.height) return false;
  if (a.type === "gap" && b.type === "gap") return sameGap(a.place, b.place);
  return "node" in a && "node" in b ? a.node === b.node : a.type === b.type;
}
