"use client";

import { useEffect, useState } from "react";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { EditorStore } from "./editor-store";
import { planKeys, SETTINGS_KEY } from "./plan/plan-nodes";
import { useStored } from "./use-stored";

export const VIEWS = ["canvas", "outline", "split"] as const;
export type View = (typeof VIEWS)[number];

/** The router looks at each change of the address: moving through the steps is not held up by it. */
const WRITE_AFTER_MS = 250;
const NARROW = "(max-width: 899px)";

/** What has the focus in an editor that was just opened: not worth an address. */
const FIRST = "start";

const viewFrom = (text: string | null): View | undefined => VIEWS.find((view) => view === text);

/** Which step and view are shown stands in the address, so that it can be passed on. */
export function useEditorAddress(store: EditorStore) {
  const current = useStored(store, (state) => state.current);
  const wish = useStored(store, (state) => state.wish);
  const [view, setView] = useState<View>("canvas");
  const [inspecting, setInspecting] = useState(true);
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (started) return;
    const given = new URLSearchParams(window.location.search);
    const isNarrow = window.matchMedia(NARROW).matches;
    setView(viewFrom(given.get("view")) ?? (isNarrow ? "outline" : "canvas"));
    if (isNarrow) setInspecting(given.has("step"));
    const step = given.get("step");
    const known = [...planKeys(outlineOf(store.document.definition), new Set()), SETTINGS_KEY];
    if (step && known.includes(step)) store.set({ current: step });
    setStarted(true);
  }, [store, started]);
  useEffect(() => {
    if (!started) return;
    const timer = setTimeout(() => {
      const address = new URL(window.location.href);
      address.searchParams.set("view", view);
      if (current === FIRST) address.searchParams.delete("step");
      else address.searchParams.set("step", current);
      window.history.replaceState(window.history.state, "", address);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [started, view, current]);
  useEffect(() => {
    if (wish?.to === "inspector") setInspecting(true);
  }, [wish]);
  return { view, setView, inspecting, setInspecting, started };
}
