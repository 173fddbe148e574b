"use client";

import { useSyncExternalStore } from "react";
import type { EditorState, EditorStore } from "./editor-store";

/** A part of a store's state; what it gives must keep its identity while nothing changed. */
export function useStored<T>(store: EditorStore, part: (state: EditorState) => T): T {
  return useSyncExternalStore(
    store.watch,
    () => part(store.get()),
    () => part(store.get()),
  );
}
