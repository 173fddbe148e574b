"use client";

import { useState, useTransition } from "react";
import type { ActionResult } from "@/server/http/action";

export type VerbError = { message: string; isConflict: boolean };

/** Runs a server action: whether it is under way, and what it refused. `onError` hears it too. */
export function useVerb(onError?: (error: VerbError | undefined) => void) {
  const [pending, start] = useTransition();
  const [error, setError] = useState<VerbError>();
  const tell = (next: VerbError | undefined) => {
    setError(next);
    onError?.(next);
  };
  const run = <T>(call: () => Promise<ActionResult<T>>, done: (value: T) => void) =>
    start(async () => {
      tell(undefined);
      const result = await call();
      if (result.ok) return done(result.value);
      tell({ message: result.message, isConflict: result.code === "precondition_failed" });
    });
  return { pending, error, run, forget: () => tell(undefined) };
}
