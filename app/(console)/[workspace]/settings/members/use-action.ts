"use client";

import { useState, useTransition } from "react";

type Result<T> = { ok: true; value: T } | { ok: false; message: string };

/** Runs one action of a dialog; what it refuses is said in the dialog. */
export function useAction() {
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const run = <T>(work: () => Promise<Result<T>>, onDone: (value: T) => void) =>
    start(async () => {
      setError(undefined);
      const result = await work();
      if (result.ok) onDone(result.value);
      else setError(result.message);
    });
  return { error, pending, run };
}
