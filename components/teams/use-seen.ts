"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Failure } from "@/components/ui/action-answer";

/**
 * What a form was filled from, so that a save replaces just that; null for nothing. Once a save was refused
 * because somebody else had saved, it is what they saved.
 */
export function useSeen<T>(saved: T | null, failure: Failure | undefined) {
  const router = useRouter();
  const [seen, setSeen] = useState(saved);
  const [isTold, setTold] = useState(false);
  const isConflict = failure?.isConflict === true;
  useEffect(() => {
    if (!isConflict) return;
    setTold(true);
    router.refresh();
  }, [isConflict, router]);
  const stored = (now: T) => {
    setSeen(() => now);
    setTold(false);
  };
  return { seen: isTold ? saved : seen, stored };
}
