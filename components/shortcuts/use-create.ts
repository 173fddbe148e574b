"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useShortcuts } from "./use-shortcuts";

let asked: string | null = null;
const watchers = new Set<() => void>();

/** Asks a page, by its path, to open its dialog for something new as soon as it is there. */
export function askToCreate(path: string): void {
  asked = path;
  for (const watcher of watchers) watcher();
}

/** The page's way to make something: by a key, or asked from elsewhere. `open` is null for who may not. */
export function useCreate(verb: string, open: (() => void) | null, keys = "c"): void {
  const shortcut = { keys, label: "shortcuts.create", slots: { what: verb } } as const;
  useShortcuts("shortcuts.page", open ? [{ ...shortcut, run: open }] : []);
  const path = usePathname();
  const newest = useRef(open);
  useEffect(() => {
    newest.current = open;
  });
  useEffect(() => {
    const look = () => {
      if (asked !== path || !newest.current) return;
      asked = null;
      newest.current();
    };
    look();
    watchers.add(look);
    return () => void watchers.delete(look);
  }, [path]);
}
