"use client";

import { useEffect } from "react";

/** Whoever moves the focus on purpose does so sooner. */
const AFTER_MS = 150;

const CONTROLS =
  "a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex='0']";

/**
 * Where what had the focus is gone or switched off, the nearest place that is still there has it: who
 * works by keyboard is never thrown back to the top of the page.
 */
export function useHeldFocus(): void {
  useEffect(() => {
    /** What has the focus with everything around it, from the inside; of the page itself and of a dialog over it. */
    let inPage: Element[] = [];
    let onTop: Element[] = [];
    let timer: ReturnType<typeof setTimeout>;
    const took = ({ target }: FocusEvent) => {
      const around = aroundOf(target);
      const isPage = around.some(({ id }) => id === MAIN);
      if (isPage) inPage = around;
      onTop = isPage ? [] : around;
    };
    const left = () =>
      queueMicrotask(() => {
        const [last] = onTop.length > 0 ? onTop : inPage;
        if (document.activeElement !== document.body || !last || !isThere(last)) return;
        inPage = [];
        onTop = [];
      });
    const hold = () => {
      if (document.activeElement !== document.body) return;
      nearest([...onTop, ...inPage])?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      const [last] = onTop.length > 0 ? onTop : inPage;
      if (!last || isThere(last)) return;
      clearTimeout(timer);
      timer = setTimeout(hold, AFTER_MS);
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ["disabled"],
    });
    document.addEventListener("focusin", took);
    document.addEventListener("focusout", left);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", took);
      document.removeEventListener("focusout", left);
    };
  }, []);
}

const MAIN = "main";

const isThere = (element: Element): boolean => element.isConnected && !element.matches(":disabled");

function aroundOf(target: EventTarget | null): Element[] {
  const around: Element[] = [];
  for (let at = target; at instanceof Element && at !== document.body; at = at.parentElement) {
    around.push(at);
  }
  return around;
}

function nearest(places: readonly Element[]): HTMLElement | undefined {
  for (const place of places) {
    if (!isThere(place)) continue;
    const found =
      place.id === MAIN || place.matches(CONTROLS)
        ? place
        : [...place.querySelectorAll(CONTROLS)].find((one) => one.checkVisibility());
    if (found instanceof HTMLElement) return found;
  }
  return document.getElementById(MAIN) ?? undefined;
}
