"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import { MINUTE_MS } from "@/core/time";
import type { EditorStore } from "../editor-store";
import {
  type CountedFlows,
  type Counting,
  type LoadFlows,
  nextCounting,
  type Period,
} from "./counting";

/** Counts are read again when they are asked for and older than this. */
const FRESH_MS = MINUTE_MS;

const NO_COUNTS: ReadonlyMap<string, number> = new Map();
const NO_FLOWS: CountedFlows["flows"] = new Map();

type Given = {
  store: EditorStore;
  /** Open cases at each step. */
  counts: ReadonlyMap<string, number>;
  load: LoadFlows;
  liveVersion: number | null;
};

/** What the plan counts at its steps; a period is read once it is wanted. */
export function useCounting({ store, counts, load, liveVersion }: Given) {
  const t = useText();
  const [counting, setCounting] = useState<Counting>("now");
  const [asOf, setAsOf] = useState<number | null>(null);
  const wanted = useRef<Counting>(counting);
  const loadFlows = useKeptFlows(load, liveVersion);
  useEffect(
    () => store.set({ counts: counting === "now" ? counts : NO_COUNTS }),
    [store, counts, counting],
  );
  const show = useCallback(
    async (next: Counting) => {
      wanted.current = next;
      const isPeriod = next !== "off" && next !== "now";
      const found = isPeriod ? await loadFlows(next) : null;
      if (wanted.current !== next) return;
      if (isPeriod && !found) showToast(t("counts.failed"), { failed: true });
      store.set({ flows: found?.flows ?? NO_FLOWS });
      setAsOf(found?.asOf ?? null);
    },
    [store, loadFlows, t],
  );
  const count = useCallback(
    (next: Counting) => {
      setCounting(next);
      store.say(t("counts.shown", { counting: next }));
      void show(next);
    },
    [store, show, t],
  );
  const showNow = useEffectEvent(() => {
    if (counting === "version") void show(counting);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version went live while it is shown
  useEffect(() => showNow(), [liveVersion]);
  const countNext = () => count(nextCounting(counting, liveVersion !== null));
  return { shown: { counting, count, liveVersion, asOf }, countNext, loadFlows };
}

export type ShownCounts = ReturnType<typeof useCounting>["shown"];

/** The flows of a period, or null where they could not be read; asked for once a minute at most. */
function useKeptFlows(
  load: LoadFlows,
  liveVersion: number | null,
): (period: Period) => Promise<CountedFlows | null> {
  const kept = useRef(new Map<string, { at: number; found: Promise<CountedFlows | null> }>());
  return useCallback(
    (period) => {
      const key = `${period} ${liveVersion}`;
      const old = kept.current.get(key);
      if (old && performance.now() - old.at < FRESH_MS) return old.found;
      const found = load(period).then(
        (answer) => (answer.ok ? answer.value : null),
        () => null,
      );
      kept.current.set(key, { at: performance.now(), found });
      void found.then((value) => value ?? kept.current.delete(key));
      return found;
    },
    [load, liveVersion],
  );
}
