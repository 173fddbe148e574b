"use client";

import { useEffect, useRef } from "react";
import { useShortcuts } from "./use-shortcuts";

/** At the end of an address: the page opens its dialog for something new by itself. */
export const NEW_HASH = "#new";

/**
 * The page's way to make something: by a key, and from elsewhere by an address ending in `#new`.
 * `open` is null for who may not.
 */
export function useCreate(verb: string, open: (() => void) | null, keys = "c"): void {
  const shortcut = { keys, label: "shortcuts.create", slots: { what: verb } } as const;
  useShortcuts("shortcuts.page", open ? [{ ...shortcut, run: open }] : []);
  const newest = useRef(open);
  useEffect(() => {
    newest.current = open;
  });
  useEffect(() => {
    const { hash, pathname, search } = window.location;
    if (hash !== NEW_HASH) return;
    window.history.replaceState(window.history.state, "", `${pathname}${search}`);
    newest.current?.();
  }, []);
}
