"use client";

import { useMemo, useState } from "react";

export type Selection = {
  ids: ReadonlySet<string>;
  /** Everything that matches, also what is not on this page. */
  isAll: boolean;
  set: (ids: Iterable<string>) => void;
  toggle: (id: string) => void;
  selectAll: () => void;
  clear: () => void;
};

const NONE: ReadonlySet<string> = new Set();

/** Which rows are chosen; another list (`key`) begins with none. */
export function useSelection(key: string): Selection {
  const [state, setState] = useState({ key, ids: NONE, isAll: false });
  const isCurrent = state.key === key;
  const ids = isCurrent ? state.ids : NONE;
  const isAll = isCurrent && state.isAll;
  return useMemo(() => {
    const put = (next: ReadonlySet<string>, all = false) =>
      setState({ key, ids: next, isAll: all });
    return {
      ids,
      isAll,
      set: (chosen) => put(new Set(chosen)),
      toggle: (id) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        put(next);
      },
      selectAll: () => put(ids, true),
      clear: () => put(NONE),
    };
  }, [key, ids, isAll]);
}
