"use client";

import { useState, useTransition } from "react";
import { useText } from "@/components/text/text-provider";
import type { ActionResult } from "@/server/http/action";

/** Runs one action of a form; what it refuses is said at the field it is about, or below all of them. */
export function useAccountAction() {
  const t = useText();
  const [refused, setRefused] = useState<Extract<ActionResult<never>, { ok: false }>>();
  const [pending, start] = useTransition();
  const run = <T>(work: () => Promise<ActionResult<T>>, onDone: (value: T) => void) =>
    start(async () => {
      setRefused(undefined);
      const result = await work().catch(() => ({
        ok: false as const,
        code: "internal" as const,
        message: t("channels.noAnswer"),
      }));
      if (result.ok) onDone(result.value);
      else setRefused(result);
    });
  const errorOf = (name: string) => refused?.errors?.find(({ path }) => path === name)?.message;
  /** For what belongs to none of the fields that are shown. */
  const errorBeside = (names: readonly string[]) =>
    refused && !refused.errors?.some(({ path }) => names.includes(path))
      ? refused.message
      : undefined;
  return { refused, errorOf, errorBeside, pending, run };
}
