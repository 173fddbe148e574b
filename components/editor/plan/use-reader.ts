"use client";

import { useMemo } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { useWorld } from "../editor-context";
import type { Reader } from "./plan-words";

/** How this operator reads the plan: their language, the workspace's names. */
export function useReader(): Reader {
  const t = useText();
  const locale = useLocale();
  const { names } = useWorld();
  return useMemo(() => ({ t, locale, names }), [t, locale, names]);
}
