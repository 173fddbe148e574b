"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { type Instant, MINUTE_MS } from "@/core/time";
import { relativeText, spanText } from "./time-text";

const NEAR_MS = 2 * MINUTE_MS;
const NEAR_EVERY_MS = 5_000;

/** How far away a moment is; `bare` leaves out on which side, for “for 3 d”. Starts with the server's now, so nothing flickers; then follows the clock if told to. */
export function RelativeNow({
  at,
  now,
  ticking,
  bare = false,
}: {
  at: Instant;
  now: Instant;
  ticking: boolean;
  bare?: boolean;
}) {
  const t = useText();
  const [clock, setClock] = useState(now);
  useEffect(() => {
    if (!ticking) return;
    const near = Math.abs(at - Date.now()) < NEAR_MS;
    const timer = setInterval(() => setClock(Date.now()), near ? NEAR_EVERY_MS : MINUTE_MS);
    return () => clearInterval(timer);
  }, [at, ticking]);
  const then = ticking ? Math.max(clock, now) : now;
  return bare ? spanText(Math.abs(at - then), t) : relativeText(at, then, t);
}
