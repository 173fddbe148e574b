"use client";

import { type FocusEvent, type RefObject, useEffect, useEffectEvent, useRef } from "react";

/** A dialog that closes gives the focus back a moment later. */
const GIVEN_BACK_MS = 100;

/**
 * Where a row goes away with the button that had the focus, the row in its place gets it; `onNone`
 * says where it goes when there is no row left.
 */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  rows: unknown,
  onNone: () => void,
) {
  const at = useRef<number | null>(null);
  const rowsOf = () => [...(list.current?.querySelectorAll("li") ?? [])];
  const look = useEffectEvent(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const left = rowsOf();
    const button = left[Math.min(at.current, left.length - 1)]?.querySelector("button");
    if (button) return button.focus();
    at.current = null;
    onNone();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it looks at are the rows that were drawn
  useEffect(() => {
    look();
    const timer = setTimeout(look, GIVEN_BACK_MS);
    return () => clearTimeout(timer);
  }, [rows]);
  return {
    onFocus({ target }: FocusEvent) {
      const row = rowsOf().findIndex((one) => one.contains(target));
      at.current = row < 0 ? null : row;
    },
    onBlur({ relatedTarget }: FocusEvent) {
      if (relatedTarget?.closest("[role=dialog], [role=alertdialog]")) return;
      if (relatedTarget) at.current = null;
    },
  };
}
