"use client";

import { useSyncExternalStore } from "react";

/** What lies over the page: one at a time, opened from anywhere. */
export type Overlay = "palette" | "shortcuts" | "more";

let shown: Overlay | null = null;
const watchers = new Set<() => void>();

export function showOverlay(overlay: Overlay | null): void {
  shown = overlay;
  for (const watcher of watchers) watcher();
}

export const overlayShown = (): Overlay | null => shown;

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(watch, overlayShown, () => null);
