"use client";

import { type RefObject, useRef, useSyncExternalStore } from "react";
import { useText } from "@/components/text/text-provider";
import {
  inspectorWidth,
  setInspectorWidth,
  WIDTH,
  watchInspectorWidth,
  widthAfter,
} from "./inspector-width";

const usual = () => WIDTH.usual;

/** How wide the inspector is, in pixels. */
export const useInspectorWidth = (): number =>
  useSyncExternalStore(watchInspectorWidth, inspectorWidth, usual);

/** The handle between plan and inspector: dragged, or moved by the arrow keys. */
export function Splitter({ panel, id }: { panel: RefObject<HTMLElement | null>; id: string }) {
  const t = useText();
  const width = useInspectorWidth();
  const grabbed = useRef<{ at: number; width: number } | null>(null);
  const isRtl = () => panel.current !== null && getComputedStyle(panel.current).direction === "rtl";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can neither be focused nor moved
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t("editor.inspectorWidth")}
      aria-controls={id}
      aria-valuemin={WIDTH.min}
      aria-valuemax={WIDTH.max}
      aria-valuenow={width}
      aria-valuetext={t("editor.pixels", { n: width })}
      className="ft-splitter"
      onKeyDown={(event) => {
        const next = widthAfter(event.key, width, isRtl());
        if (next === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setInspectorWidth(next);
      }}
      onDoubleClick={() => setInspectorWidth(WIDTH.usual)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grabbed.current = { at: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (!grabbed.current) return;
        const by = (grabbed.current.at - event.clientX) * (isRtl() ? -1 : 1);
        setInspectorWidth(grabbed.current.width + by);
      }}
      onLostPointerCapture={() => {
        grabbed.current = null;
      }}
    />
  );
}
