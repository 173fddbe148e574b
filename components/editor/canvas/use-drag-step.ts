"use client";

import { useReactFlow } from "@xyflow/react";
import { type PointerEvent, useEffect, useRef } from "react";
import { useWorld } from "../editor-context";
import type { Commands } from "../plan/use-commands";
import type { Layout } from "./layout";
import { gapNear } from "./nearest-gap";

/** Less than this is a press that slipped. */
const SLIP = 6;
/** This near to an edge of the canvas, the plan follows. */
const EDGE = 48;
const PAN_A_FRAME = 12;

/** A step taken by its head goes to the gap the pointer is nearest to; the gaps are those of `M`. */
export function useDragStep(layout: Layout, commands: Commands) {
  const { store, readOnly } = useWorld();
  const flow = useReactFlow();
  const newest = useRef({ layout, commands, flow });
  const letGo = useRef<() => void>(undefined);
  useEffect(() => {
    newest.current = { layout, commands, flow };
  });
  useEffect(() => () => letGo.current?.(), []);

  const follow = (canvas: HTMLElement, key: string, from: { x: number; y: number }) => {
    let at = from;
    let frame = 0;
    const aim = () => {
      const { moving } = store.get();
      if (!moving) return;
      const place = newest.current.flow.screenToFlowPosition(at);
      const gap = gapNear(newest.current.layout.placed, moving.allowed, place);
      if (gap !== moving.gap) store.set({ moving: { ...moving, gap } });
    };
    const pan = () => {
      const { top, bottom } = canvas.getBoundingClientRect();
      const by = at.y < top + EDGE ? PAN_A_FRAME : at.y > bottom - EDGE ? -PAN_A_FRAME : 0;
      if (by !== 0) {
        const { x, y, zoom } = newest.current.flow.getViewport();
        void newest.current.flow.setViewport({ x, y: y + by, zoom });
        aim();
      }
      frame = requestAnimationFrame(pan);
    };
    const moved = (event: globalThis.PointerEvent) => {
      at = { x: event.clientX, y: event.clientY };
      if (store.get().moving) return aim();
      if (frame !== 0) return stop();
      if (Math.hypot(at.x - from.x, at.y - from.y) < SLIP) return;
      newest.current.commands.startMove(key);
      if (!store.get().moving) return stop();
      frame = requestAnimationFrame(pan);
      aim();
    };
    const dropped = () => {
      stop();
      if (frame === 0 || !store.get().moving) return;
      newest.current.commands.drop();
      store.wish("plan");
    };
    const cancelled = () => {
      stop();
      if (frame !== 0) newest.current.commands.cancelMove();
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      removeEventListener("pointermove", moved);
      removeEventListener("pointerup", dropped);
      removeEventListener("pointercancel", cancelled);
      letGo.current = undefined;
    };
    addEventListener("pointermove", moved);
    addEventListener("pointerup", dropped);
    addEventListener("pointercancel", cancelled);
    letGo.current = stop;
  };

  return (event: PointerEvent<HTMLElement>) => {
    if (readOnly || event.button !== 0 || event.pointerType === "touch") return;
    const { target, currentTarget, clientX: x, clientY: y } = event;
    if (!(target instanceof Element) || target.closest("button")) return;
    const head = target.closest(".ft-card-handle");
    const key = head?.closest<HTMLElement>("[data-plan]")?.dataset.plan;
    if (key !== undefined) follow(currentTarget, key, { x, y });
  };
}
