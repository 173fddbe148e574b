"use client";

import { useSyncExternalStore } from "react";

/** As long as the page that is left may stay: a shorter wait needs no sign. */
const SIGN_MS = 150;

let isLate = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

function say(next: boolean): void {
  clearTimeout(timer);
  if (isLate === next) return;
  isLate = next;
  for (const watcher of watchers) watcher();
}

/**
 * Another page was asked for. Another part of the same page shows its own signs, and takes the place
 * of a page that was on its way.
 */
export function arrivalBegan(url: string): void {
  say(false);
  if (new URL(url, window.location.href).pathname === window.location.pathname) return;
  timer = setTimeout(() => say(true), SIGN_MS);
}

export const arrived = (): void => say(false);

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Whether the page that was asked for takes longer than one waits without a sign. */
export const useLateArrival = (): boolean =>
  useSyncExternalStore(
    watch,
    () => isLate,
    () => false,
  );
