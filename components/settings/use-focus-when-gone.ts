"use client";

import { useEffect, useRef } from "react";

/**
 * Call what it gives when the thing a menu is about is removed: the focus then goes to the heading of
 * its list as the menu leaves.
 */
export function useFocusWhenGone(headingId: string): () => void {
  const isGone = useRef(false);
  // The dialog and its way back leave with the row: only now can the focus go anywhere else.
  useEffect(
    () => () => {
      if (isGone.current) document.getElementById(headingId)?.focus();
    },
    [headingId],
  );
  return () => {
    isGone.current = true;
  };
}
