"use client";

import { useState } from "react";

type Draft<V, D> = {
  value: V;
  toDraft: (value: V) => D;
  /** Null: unfinished, so it stays in the control and goes nowhere. */
  toValue: (draft: D) => { value: V } | null;
  onChange: (value: V) => void;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What is being typed, beside the last value it meant. Every finished draft is passed on at once;
 * a value that changes from elsewhere (undo, another form) replaces the draft.
 */
export function useDraft<V, D>({ value, toDraft, toValue, onChange }: Draft<V, D>) {
  const [state, setState] = useState(() => ({ draft: toDraft(value), meant: value, left: false }));
  const isForeign = !same(state.meant, value);
  const shown = isForeign ? { draft: toDraft(value), meant: value, left: false } : state;
  if (isForeign) setState(shown);

  const edit = (draft: D) => {
    const finished = toValue(draft);
    setState(finished ? { draft, meant: finished.value, left: false } : { ...shown, draft });
    if (finished && !same(finished.value, shown.meant)) onChange(finished.value);
  };
  const leave = () => setState((now) => ({ ...now, left: true }));
  return {
    draft: shown.draft,
    edit,
    /** Call on blur: from then on an unfinished draft says so, until it is finished. */
    leave,
    unfinished: shown.left && toValue(shown.draft) === null,
  };
}
