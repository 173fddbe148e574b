"use client";

import { useState, useTransition } from "react";

type Result<T> =
  | { ok: true; value: T }
  | { ok: false; message: string; errors?: { path: string; message: string }[] };

export type Failure = { message: string; errors: { path: string; message: string }[] };

/** Runs a server action: whether it is under way, and what it refused, field by field. */
export function useWrite() {
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure>();
  const run = <T>(call: () => Promise<Result<T>>, done: (value: T) => void) =>
    start(async () => {
      setFailure(undefined);
      const result = await call();
      if (result.ok) return done(result.value);
      setFailure({ message: result.message, errors: result.errors ?? [] });
    });
  return { pending, failure, run, forget: () => setFailure(undefined) };
}

/** What was refused about one field. */
export const errorOf = (failure: Failure | undefined, path: string): string | undefined =>
  failure?.errors.find((error) => error.path === path)?.message;
