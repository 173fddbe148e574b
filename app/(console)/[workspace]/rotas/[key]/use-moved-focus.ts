"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/**
 * Gives a function that puts the focus on the first control a selector finds, once the page shows what
 * has just been changed: what was moved or added is where the next key press goes.
 */
export function useMovedFocus(root: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  const [, again] = useState({});
  useEffect(() => {
    if (wanted.current === null) return;
    const found = root.current?.querySelector<HTMLElement>(wanted.current);
    wanted.current = null;
    found?.focus();
    found?.scrollIntoView({ block: "nearest" });
  });
  return useCallback((selector: string) => {
    wanted.current = selector;
    again({});
  }, []);
}
