"use client";

import { type RefObject, useEffect } from "react";
import type { Failure } from "@/components/ui/action-answer";

/** Puts the focus on the first field a refusal speaks of, once the page shows it there. */
export function useFirstWrong(root: RefObject<HTMLElement | null>, failure: Failure | undefined) {
  useEffect(() => {
    if (!failure || failure.errors.length === 0) return;
    const field = root.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" });
  }, [root, failure]);
}
