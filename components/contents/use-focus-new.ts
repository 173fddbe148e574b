"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** A menu gives the focus back to its button when it has closed; only then can it be moved on. */
const AFTER_MENU_MS = 120;

/** Puts the focus into what was just added: the first control of the element whose `data-item` is its key. */
export function useFocusNew<E extends HTMLElement>(): [RefObject<E | null>, (key: string) => void] {
  const place = useRef<E>(null);
  const [added, setAdded] = useState<{ key: string }>();
  useEffect(() => {
    if (!added) return;
    const timer = setTimeout(() => {
      const item = place.current?.querySelector(`[data-item="${CSS.escape(added.key)}"]`);
      item?.querySelector<HTMLElement>("input, textarea, hr")?.focus();
    }, AFTER_MENU_MS);
    return () => clearTimeout(timer);
  }, [added]);
  return [place, (key) => setAdded({ key })];
}
