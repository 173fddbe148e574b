"use client";

import { useReactFlow } from "@xyflow/react";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import { useEditor } from "../editor-context";
import type { Layout } from "./layout";

const PADDING = 0.1;

/** Zoom by keyboard; the rest of the editor's keys belong to the plan. */
export function useCanvasKeys(layout: Layout, isMain: boolean): void {
  const flow = useReactFlow();
  const current = useEditor((state) => state.current);
  const bounds = { x: 0, y: 0, width: layout.width, height: layout.height };
  const box = layout.placed.find(({ key }) => key === current);
  useShortcuts(
    "editor.keys",
    isMain
      ? [
          {
            keys: "1",
            label: "editor.fit",
            run: () => void flow.fitBounds(bounds, { padding: PADDING }),
          },
          { keys: "0", label: "editor.actualSize", run: () => void flow.zoomTo(1) },
          { keys: "+", label: "editor.zoomIn", run: () => void flow.zoomIn() },
          { keys: "-", label: "editor.zoomOut", run: () => void flow.zoomOut() },
          {
            keys: "shift+2",
            label: "editor.zoomTo",
            run: () => void (box && flow.fitBounds(box, { padding: 1 })),
          },
        ]
      : [],
  );
}
