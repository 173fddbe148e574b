import type { Channel } from "@/core/template/channel";
import type { Measure, Tallies } from "./measure";
import { tallyKey } from "./measure";

type Where = { stage?: string | null; channel?: Channel | ""; bucket?: number; n?: number };

/** Adds one, or `n`, to a measure. */
export type Count = (measure: Measure, where?: Where) => void;

/** Tallies under way, and how to count in them. */
export function startTallies(): { tallies: Tallies; count: Count } {
  const tallies: Record<string, number> = {};
  const count: Count = (measure, { stage, channel = "", bucket = 0, n = 1 } = {}) => {
    const key = tallyKey({ measure, stage: stage ?? "", channel, bucket });
    tallies[key] = (tallies[key] ?? 0) + n;
  };
  return { tallies, count };
}
