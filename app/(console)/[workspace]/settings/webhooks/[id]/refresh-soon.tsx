"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { SECOND_MS } from "@/core/time";

const TIMES_MAX = 20;

/** Reads the page again every second for a while: something on it is being sent right now. */
export function RefreshSoon() {
  const router = useRouter();
  useEffect(() => {
    let times = 0;
    const timer = setInterval(() => {
      times += 1;
      if (times >= TIMES_MAX) clearInterval(timer);
      startTransition(() => router.refresh());
    }, SECOND_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
