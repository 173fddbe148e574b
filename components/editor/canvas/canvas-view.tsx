"use client";

import {
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  ViewportPortal,
} from "@xyflow/react";
import { useLayoutEffect, useMemo, useRef } from "react";
import { useText } from "@/components/text/text-provider";
import { earliestOf } from "@/core/workflow/edit/earliest";
import { useDocument, useEditor, useOutline } from "../editor-context";
import { stagesOnly } from "../plan/plan-keys";
import type { Commands } from "../plan/use-commands";
import { usePlanView } from "../plan/use-plan-view";
import { useReader } from "../plan/use-reader";
import { heightsOf } from "./card-heights";
import { GUTTER_WIDTH, type Layout, layoutOf } from "./layout";
import { timedSteps } from "./moment-mark";
import { PlacedBox, Wires } from "./placed-box";
import { useCanvasKeys } from "./use-canvas-keys";
import { useDragStep } from "./use-drag-step";
import { ZoomButtons } from "./zoom-buttons";

export const ZOOM = { min: 0.4, max: 1.25 };
const EDGE = 24;
const INSTANT = { duration: 0 };

/** The plan as a timeline that lays itself out. React Flow holds the view; nothing is dragged or wired. */
export function CanvasView(props: { commands: Commands; isMain: boolean }) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

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
  const reveal = useReveal(layout);
  useAnchor(layout);
  const view = usePlanView("canvas", commands, isMain, reveal);
  useCanvasKeys(layout, isMain);
  const onPointerDown = useDragStep(layout, commands);
  const isStill = layout.placed.length > MOVING_MAX;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a canvas is no form
    <div
      role="group"
      aria-label={t("editor.canvas")}
      className="ft-canvas"
      data-still={isStill}
      onPointerDown={onPointerDown}
      {...view}
    >
      <ZoomButtons layout={layout} />
      <Drawing />
      <ReactFlow
        nodes={NONE}
        edges={NONE}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        panOnDrag
        preventScrolling
      >
        <ViewportPortal>
          <Wires wires={layout.wires} width={layout.width} height={layout.height} />
          {layout.placed.map((placed) => (
            <PlacedBox
              key={placed.key}
              placed={placed}
              commands={commands}
              moment={placed.type === "moment" ? moments.get(placed.node.key) : undefined}
            />
          ))}
        </ViewportPortal>
      </ReactFlow>
    </div>
  );
}

/** Until the browser has drawn the plan. */
function Drawing() {
  const t = useText();
  const isDrawn = useStore(({ width }) => width > 0);
  return isDrawn ? null : <p className="ft-canvas-drawing">{t("editor.drawing")}</p>;
}

/** React Flow keeps the viewport; the plan stands in it as our own elements, drawn in one pass. */
const NONE: never[] = [];

/** More things than this do not glide to their places: each would be a layer of its own. */
const MOVING_MAX = 120;

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

const zoomFor = (whole: number, width: number): number =>
  Math.max(ZOOM.min, Math.min(1, (width - 2 * EDGE) / whole));

/** The node that has the focus stays where it is on the screen when the plan is laid out anew. */
function useAnchor(layout: Layout) {
  const { getViewport, setViewport } = useReactFlow();
  const current = useEditor((state) => state.current);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef<{ layout: Layout; width: number }>({ layout, width: 0 });
  /** The zoom that was chosen for the width; another one is the reader's own. */
  const fitted = useRef(0);
  useLayoutEffect(() => {
    const { layout: old, width: oldWidth } = before.current;
    if (width === 0) return;
    before.current = { layout, width };
    if (oldWidth === 0) {
      const whole = layout.width + GUTTER_WIDTH;
      const zoom = zoomFor(whole, width);
      fitted.current = zoom;
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
    if (oldWidth !== width && zoom === fitted.current) {
      const whole = layout.width + GUTTER_WIDTH;
      const next = zoomFor(whole, width);
      fitted.current = next;
      const top = layout.placed.find(({ key }) => key === current)?.y ?? 0;
      const left = Math.max(EDGE, (width - whole * next) / 2) + GUTTER_WIDTH * next;
      void setViewport({ x: left, y: y + top * (zoom - next), zoom: next }, INSTANT);
      return;
    }
    const dx =
      was && is ? was.x + was.width / 2 - is.x - is.width / 2 : (old.width - layout.width) / 2;
    const dy = was && is ? was.y - is.y : 0;
    const aside = (width - oldWidth) / 2;
    if (dx !== 0 || dy !== 0 || aside !== 0)
      void setViewport({ x: x + dx * zoom + aside, y: y + dy * zoom, zoom }, INSTANT);
  }, [layout, current, width, height, getViewport, setViewport]);
}
