"use client";

import {
  MiniMap,
  type Node,
  type NodeProps,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { createContext, memo, useContext, useEffect, useMemo, useRef } from "react";
import { useText } from "@/components/text/text-provider";
import { type Earliest, earliestOf } from "@/core/workflow/edit/earliest";
import { useDocument, useEditor, useOutline } from "../editor-context";
import { GapButton } from "../plan/gap-button";
import { stagesOnly } from "../plan/plan-keys";
import type { Commands } from "../plan/use-commands";
import { usePlanView } from "../plan/use-plan-view";
import { useReader } from "../plan/use-reader";
import { HeadCard, StageBand, StepCard, WayPill } from "./canvas-nodes";
import { heightsOf } from "./card-heights";
import {
  GUTTER_WIDTH,
  type Layout,
  layoutOf,
  type Placed,
  samePlaced,
  sameThing,
  type Wire,
} from "./layout";
import { MomentMark, timedSteps } from "./moment-mark";
import { useCanvasKeys } from "./use-canvas-keys";
import { ZoomButtons } from "./zoom-buttons";

export const ZOOM = { min: 0.4, max: 1.25 };
const EDGE = 24;
const INSTANT = { duration: 0 };

type Inside = {
  commands: Commands;
  moments: ReadonlyMap<string, Earliest>;
};
const InsideContext = createContext<Inside | null>(null);

function useInside(): Inside {
  const inside = useContext(InsideContext);
  if (!inside) throw new Error("Invariant violated: this stands on a canvas");
  return inside;
}

type PlacedNode = Node<{ placed: Placed }, "placed">;
type WiresNode = Node<{ wires: Wire[]; width: number; height: number }, "wires">;

const PlacedView = memo(function PlacedView({ data: { placed } }: NodeProps<PlacedNode>) {
  const { commands, moments } = useInside();
  switch (placed.type) {
    case "stops":
    case "start":
      return <HeadCard id={placed.type} commands={commands} />;
    case "stage":
      return <StageBand node={placed.node} commands={commands} />;
    case "step":
      return <StepCard node={placed.node} commands={commands} />;
    case "way":
      return <WayPill node={placed.node} commands={commands} />;
    case "moment":
      return <MomentMark node={placed.node} moments={moments} />;
    default:
      return <GapButton place={placed.place} commands={commands} />;
  }
});

const WiresView = memo(function WiresView({ data }: NodeProps<WiresNode>) {
  return (
    <svg width={data.width} height={data.height} className="ft-wires" aria-hidden="true">
      <title />
      <defs>
        <marker
          id="ft-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {data.wires.map(({ key, d, arrow }) => (
        <path key={key} d={d} markerEnd={arrow ? "url(#ft-arrow)" : undefined} />
      ))}
    </svg>
  );
});

/** React Flow lets nothing through to nodes that it does not select or drag itself. */
const PRESSABLE = { pointerEvents: "all" } as const;

const TYPES = { placed: PlacedView, wires: WiresView };

function nodesOf({ placed, wires, width, height }: Layout): (PlacedNode | WiresNode)[] {
  const lines: WiresNode = {
    id: "wires",
    type: "wires",
    position: { x: 0, y: 0 },
    width,
    height,
    zIndex: -1,
    style: { pointerEvents: "none" },
    data: { wires, width, height },
  };
  return [
    lines,
    ...placed.map(
      (one): PlacedNode => ({
        id: one.key,
        type: "placed",
        position: { x: one.x, y: one.y },
        width: one.width,
        height: one.height,
        style: PRESSABLE,
        data: { placed: one },
      }),
    ),
  ];
}

/** The plan as a timeline that lays itself out. React Flow draws; nothing is dragged or wired. */
export function CanvasView(props: { commands: Commands; isMain: boolean }) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

const MINIMAP_ABOVE = 25;
/** Above this only what is in sight is drawn, or every insertion would be felt; the outline has all of it. */
const ALL_DRAWN_MAX = 150;

function Canvas({ commands, isMain }: { commands: Commands; isMain: boolean }) {
  const t = useText();
  const reader = useReader();
  const outline = useOutline();
  const { definition } = useDocument();
  const allCollapsed = useEditor((state) => state.collapsed);
  const moments = useMemo(() => earliestOf(outline), [outline]);
  const layout = useMemo(() => {
    const heights = heightsOf(definition, reader);
    return layoutOf(outline, stagesOnly(allCollapsed), heights, timedSteps(outline, moments));
  }, [outline, definition, reader, allCollapsed, moments]);
  const nodes = useNodes(layout);
  const steps = moments.size;
  const inside = useMemo(() => ({ commands, moments }), [commands, moments]);
  const reveal = useReveal(layout);
  useAnchor(layout);
  const view = usePlanView("canvas", commands, isMain, reveal);
  useCanvasKeys(layout, isMain);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a canvas is no form
    <div role="group" aria-label={t("editor.canvas")} className="ft-canvas" {...view}>
      <InsideContext value={inside}>
        <ZoomButtons />
        <ReactFlow
          nodes={nodes}
          edges={NO_EDGES}
          nodeTypes={TYPES}
          minZoom={ZOOM.min}
          maxZoom={ZOOM.max}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          onlyRenderVisibleElements={layout.placed.length > ALL_DRAWN_MAX}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panOnScroll
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          panOnDrag
          preventScrolling
        >
          {steps > MINIMAP_ABOVE ? <MiniMap pannable ariaLabel={t("editor.minimap")} /> : null}
        </ReactFlow>
      </InsideContext>
    </div>
  );
}

const NO_EDGES: never[] = [];

/** The nodes of a layout; what is as it was keeps its identity, and is not drawn again. */
function useNodes(layout: Layout): (PlacedNode | WiresNode)[] {
  const kept = useRef<ReadonlyMap<string, PlacedNode | WiresNode>>(new Map());
  return useMemo(() => {
    const nodes = nodesOf(layout).map((node) => {
      const old = kept.current.get(node.id);
      if (old?.type !== "placed" || node.type !== "placed") return node;
      if (samePlaced(old.data.placed, node.data.placed)) return old;
      return sameThing(old.data.placed, node.data.placed) ? { ...node, data: old.data } : node;
    });
    kept.current = new Map(nodes.map((node) => [node.id, node]));
    return nodes;
  }, [layout]);
}

/** What the plus after a node takes below it. */
const PLUS_BELOW = 32;

/** Pans just as far as a node needs to be seen whole, with the plus after it. */
function useReveal(layout: Layout) {
  const { getViewport, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return (key: string) => {
    const box = layout.placed.find((placed) => placed.key === key);
    if (!box || width === 0) return;
    const { x, y, zoom } = getViewport();
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const dx = shift(left, box.width * zoom, width);
    const dy = shift(top, (box.height + PLUS_BELOW) * zoom, height);
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, INSTANT);
  };
}

/** How far to move so that `from … from + size` lies between the edges. */
function shift(from: number, size: number, space: number): number {
  if (from < EDGE) return EDGE - from;
  const over = from + size - (space - EDGE);
  return over > 0 ? -Math.min(over, from - EDGE) : 0;
}

/** The node that has the focus stays where it is on the screen when the plan is laid out anew. */
function useAnchor(layout: Layout) {
  const { getViewport, setViewport } = useReactFlow();
  const current = useEditor((state) => state.current);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef<{ layout: Layout; width: number }>({ layout, width: 0 });
  useEffect(() => {
    const { layout: old, width: oldWidth } = before.current;
    if (width === 0) return;
    before.current = { layout, width };
    if (oldWidth === 0) {
      const whole = layout.width + GUTTER_WIDTH;
      const zoom = Math.max(ZOOM.min, Math.min(1, (width - 2 * EDGE) / whole));
      const x = Math.max(EDGE, (width - whole * zoom) / 2) + GUTTER_WIDTH * zoom;
      const box = layout.placed.find(({ key }) => key === current);
      const room = box ? shift(EDGE + box.y * zoom, (box.height + PLUS_BELOW) * zoom, height) : 0;
      void setViewport({ x, y: EDGE + Math.min(0, room), zoom }, INSTANT);
      return;
    }
    if (old === layout && oldWidth === width) return;
    const was = old.placed.find(({ key }) => key === current);
    const is = layout.placed.find(({ key }) => key === current);
    const { x, y, zoom } = getViewport();
    const dx =
      was && is ? was.x + was.width / 2 - is.x - is.width / 2 : (old.width - layout.width) / 2;
    const dy = was && is ? was.y - is.y : 0;
    const aside = (width - oldWidth) / 2;
    if (dx !== 0 || dy !== 0 || aside !== 0)
      void setViewport({ x: x + dx * zoom + aside, y: y + dy * zoom, zoom }, INSTANT);
  }, [layout, current, width, height, getViewport, setViewport]);
}
