"use client";

import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { canonicalText } from "@/core/workflow/edit/document";

/**
 * Keeps in this tab what was written and not saved, for whoever comes back to the page: by the palette,
 * a shortcut or the browser's Back. `restore` gets it as long as `saved` is what it was written over.
 * Gives how to forget it.
 */
export function useKeptWords<T>(
  name: string,
  { saved, words, restore }: { saved: T; words: T; restore: (kept: unknown) => void },
): () => void {
  const base = canonicalText(saved);
  const now = canonicalText(words);
  const [isRead, setRead] = useState(false);
  const read = useEffectEvent(() => {
    const kept = readKept(name);
    if (kept?.base === base) restore(kept.words);
  });
  useEffect(() => {
    read();
    setRead(true);
  }, []);
  useEffect(() => {
    if (isRead) keep(name, now === base ? null : { base, words: JSON.parse(now) });
  }, [isRead, name, base, now]);
  return useCallback(() => keep(name, null), [name]);
}

type Kept = { base: string; words: unknown };

function readKept(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

function keep(name: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(name, JSON.stringify(kept));
    else sessionStorage.removeItem(name);
  } catch {
    // The page asks before it is left; it cannot do more here.
  }
}
