"use client";

import { useEffect, useState } from "react";
import { type Instant, MINUTE_MS } from "@/core/time";
import { relativeText } from "./time-text";

/** Starts with the server's words, so nothing flickers, and then follows the clock. */
export function RelativeNow({ at, initial }: { at: Instant; initial: string }) {
  const [text, setText] = useState(initial);
  useEffect(() => {
    const update = () => setText(relativeText(at, Date.now()));
    const near = Math.abs(at - Date.now()) < 2 * MINUTE_MS;
    const timer = setInterval(update, near ? 5_000 : MINUTE_MS);
    return () => clearInterval(timer);
  }, [at]);
  return text;
}
