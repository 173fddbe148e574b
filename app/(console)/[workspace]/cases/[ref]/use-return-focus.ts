"use client";

import { type RefObject, useEffect, useRef } from "react";

/** After the dialog is gone and the page behind it was rendered again. */
const SETTLED_MS = 100;

/**
 * Gives focus back to the bar when a dialog closes on a verb: the page is rendered anew just then,
 * and the dialog's own way back finds nothing. A button that has gone is stood in for by the first.
 */
export function useReturnFocus(bar: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen || !wasOpen.current) {
      wasOpen.current = isOpen;
      return;
    }
    wasOpen.current = false;
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const back = opener.current?.isConnected
        ? opener.current
        : bar.current?.querySelector("button");
      if (back instanceof HTMLElement) back.focus();
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [bar, isOpen]);
  useEffect(() => {
    const element = bar.current;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) opener.current = event.target;
    };
    element?.addEventListener("focusin", remember);
    return () => element?.removeEventListener("focusin", remember);
  }, [bar]);
}
