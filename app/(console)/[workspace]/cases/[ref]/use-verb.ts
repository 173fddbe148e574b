"use client";

import { useState, useTransition } from "react";
import type { ActionResult } from "@/server/http/action";

export type VerbError = { message: string; isConflict: boolean };

/** Runs a server action: whether it is under way, and what it refused. */
export function useVerb() {
  const [pending, start] = useTransition();
  const [error, setError] = useState<VerbError>();
  const run = <T>(call: () => Promise<ActionResult<T>>, done: (value: T) => void) =>
    start(async () => {
      setError(undefined);
      const result = await call();
      if (result.ok) return done(result.value);
      setError({ message: result.message, isConflict: result.code === "precondition_failed" });
    });
  return { pending, error, run, forget: () => setError(undefined) };
}
