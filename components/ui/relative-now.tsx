"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { type Instant, MINUTE_MS } from "@/core/time";
import { relativeText } from "./time-text";

const NEAR_MS = 2 * MINUTE_MS;
const NEAR_EVERY_MS = 5_000;

/** How far away a moment is. Starts with the server's now, so nothing flickers; then follows the clock if told to. */
export function RelativeNow({ at, now, ticking }: { at: Instant; now: Instant; ticking: boolean }) {
  const t = useText();
  const [clock, setClock] = useState(now);
  useEffect(() => {
    if (!ticking) return;
    const near = Math.abs(at - Date.now()) < NEAR_MS;
    const timer = setInterval(() => setClock(Date.now()), near ? NEAR_EVERY_MS : MINUTE_MS);
    return () => clearInterval(timer);
  }, [at, ticking]);
  return relativeText(at, ticking ? Math.max(clock, now) : now, t);
}
