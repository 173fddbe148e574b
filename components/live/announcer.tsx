"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { Changes } from "@/core/live/changes";
import { LIVE_TOPICS } from "@/core/live/topics";
import { SECOND_MS } from "@/core/time";
import { formOf, type Tallies, tallied } from "./tally";

const EVERY_MS = 10 * SECOND_MS;
/** What arrives together is said together. */
const GATHER_MS = SECOND_MS;

export type Announce = (changes: Changes) => void;

/** Says to screen readers what changed: one summary in ten seconds at most. Gives the text and what adds to it. */
export function useAnnouncer(): [said: string, announce: Announce] {
  const t = useText();
  const [said, setSaid] = useState("");
  const waiting = useRef<Tallies>({});
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = useCallback<Announce>(
    (changes) => {
      waiting.current = tallied(waiting.current, changes);
      if (timer.current !== undefined || Object.keys(waiting.current).length === 0) return;
      const wait = Math.max(GATHER_MS, saidAt.current + EVERY_MS - Date.now());
      timer.current = setTimeout(() => {
        timer.current = undefined;
        saidAt.current = Date.now();
        const sentences = LIVE_TOPICS.flatMap((topic) => {
          const tally = waiting.current[topic];
          if (!tally) return [];
          const { created, updated } = tally;
          return [t(`live.${topic}`, { what: formOf(tally), created, updated })];
        });
        waiting.current = {};
        setSaid(sentences.join(" "));
      }, wait);
    },
    [t],
  );
  return [said, announce];
}
