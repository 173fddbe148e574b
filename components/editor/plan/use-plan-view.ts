"use client";

import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { isMac } from "@/components/shortcuts/platform";
import { useEditor, useWorld } from "../editor-context";
import { planKey } from "./plan-keys";
import type { Commands } from "./use-commands";

const FRAMES_MAX = 20;

/** What a view of the plan has in common with the other: one Tab stop, keys, clipboard, focus. */
export function usePlanView(
  view: "canvas" | "outline",
  commands: Commands,
  /** The view that takes the focus when it is asked for. */
  isMain: boolean,
  reveal?: (key: string) => void,
) {
  const { store } = useWorld();
  const wish = useEditor((state) => state.wish);
  const place = useRef<HTMLDivElement>(null);
  const revealNow = useRef(reveal);
  useEffect(() => {
    revealNow.current = reveal;
  });
  useEffect(() => {
    if (wish?.to !== "plan" || !isMain) return;
    let frame = 0;
    const focus = (frames = FRAMES_MAX) => {
      const { current } = store.get();
      const node = place.current?.querySelector<HTMLElement>(
        `[data-plan="${CSS.escape(current)}"]`,
      );
      node?.focus({ preventScroll: revealNow.current !== undefined });
      if (node && revealNow.current) revealNow.current(current);
      // The canvas draws a node a moment after the document has it.
      if (!node && frames > 0) frame = requestAnimationFrame(() => focus(frames - 1));
    };
    focus();
    // A menu that closes gives the focus back to a button that may be gone.
    const again = setTimeout(() => document.activeElement === document.body && focus(), 60);
    return () => {
      clearTimeout(again);
      cancelAnimationFrame(frame);
    };
  }, [wish, isMain, store]);

  const isNode = (target: EventTarget) =>
    target instanceof HTMLElement && target.dataset.plan !== undefined;
  const isDropPlace = (target: EventTarget) =>
    target instanceof HTMLElement && target.dataset.drop !== undefined;
  return {
    ref: place,
    onKeyDown(event: KeyboardEvent) {
      const { key, shiftKey, altKey } = event;
      const isMoving = store.get().moving !== null;
      if (!isMoving && !isNode(event.target)) {
        if (key === "Escape") store.wish("plan");
        return;
      }
      const isPress = event.key === "Enter" || event.key === " ";
      if (isMoving && isPress && isDropPlace(event.target)) return;
      const mod = isMac() ? event.metaKey : event.ctrlKey;
      if (!planKey({ key, shiftKey, altKey, mod }, view, store, commands)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onCopy(event: ClipboardEvent) {
      const text = isNode(event.target) ? commands.copy(store.get().current) : null;
      if (text === null) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    },
    onCut(event: ClipboardEvent) {
      const { current } = store.get();
      const text = isNode(event.target) ? commands.copy(current) : null;
      if (text === null) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
      commands.cut(current);
    },
    onPaste(event: ClipboardEvent) {
      if (!isNode(event.target)) return;
      const text = event.clipboardData.getData("text/plain");
      if (!commands.paste(store.get().current, text)) return;
      event.preventDefault();
      store.wish("plan");
    },
  };
}
