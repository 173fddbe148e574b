"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";

/** For error pages: asks the server again, and only then shows the page again. */
export function useRetry(reset: () => void): () => void {
  const router = useRouter();
  return () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
}
