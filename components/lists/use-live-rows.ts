"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ListRow } from "./list-row";
import { type Kept, keptFrom, leftOut, mergeRows, patchRows } from "./merge-rows";

/** Rows on the screen that match no longer and are still kept up to date. */
const LEFT_OUT_MAX = 100;

/** The rows on the screen: newer answers change them in place, new rows wait. */
export function useLiveRows(
  key: string,
  rows: readonly ListRow[],
  loadRows: ((ids: string[]) => Promise<readonly ListRow[]>) | undefined,
) {
  const [kept, setKept] = useState<Kept<ListRow>>(() => keptFrom(key, rows));
  let current = kept;
  if (kept.source !== rows || kept.key !== key) {
    current = mergeRows(kept, key, rows);
    setKept(current);
  }
  const reread = useEffectEvent(async () => {
    const ids = leftOut(current).slice(0, LEFT_OUT_MAX);
    if (ids.length === 0 || !loadRows) return;
    const fresh = await loadRows(ids);
    setKept((now) => (now.key === key ? patchRows(now, fresh) : now));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once per answer of the server.
  useEffect(() => void reread(), [rows]);
  const loadNew = () => setKept(keptFrom(key, rows));
  return { ...current, loadNew };
}
