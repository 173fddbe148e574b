"use client";

import { useMemo } from "react";
import { type Found, useEditor, useWorld } from "../editor-context";
import { SETTINGS_KEY } from "./plan-nodes";

export const NONE: Found = [];

/** How a node stands: has it the focus, is it chosen, moved, what is wrong with it, who waits at it. */
export function useNodeState(key: string) {
  const { readOnly } = useWorld();
  const isCurrent = useEditor(
    ({ current }) => (current === SETTINGS_KEY ? "start" : current) === key,
  );
  const isChosen = useEditor(({ chosen }) => chosen.has(key));
  const isMoved = useEditor(({ moving }) => moving?.ids.includes(key) ?? false);
  const found = useEditor(({ problems }) => problems.get(key) ?? NONE);
  const count = useEditor(({ counts }) => counts.get(key) ?? 0);
  return useMemo(
    () => ({ isCurrent, isChosen, isMoved, found, count, readOnly }),
    [isCurrent, isChosen, isMoved, found, count, readOnly],
  );
}
