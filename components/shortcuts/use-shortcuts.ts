"use client";

import { useEffect, useRef } from "react";
import type { TextKey } from "@/components/text/messages";
import { register, type Shortcut } from "./registry";

export type { Shortcut } from "./registry";

/**
 * Binds keys while the component is there, and lists them under `scope` in the sheet and the palette.
 * Pass a shorter list to take some away; `run` may close over anything, the newest one is called.
 */
export function useShortcuts(scope: TextKey, shortcuts: readonly Shortcut[]): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  const shape = JSON.stringify(shortcuts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape is what the registry shows; functions are read when called.
  useEffect(
    () =>
      register(
        scope,
        newest.current.map((shortcut, i) => ({
          ...shortcut,
          run: () => newest.current[i]?.run(),
        })),
      ),
    [scope, shape],
  );
}
