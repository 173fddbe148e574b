import type { Channel } from "@/core/template/channel";
import type { Measure, Tallies } from "./measure";
import { tallyKey } from "./measure";

type Where = { stage?: string | null; channel?: Channel | ""; bucket?: number; n?: number };

/** Adds one, or `n`, to a measure. */
export type Count = (measure: Measure, where?: Where) => void;

/** Tallies under way, and how to count in them. */
export function startTallies(): { tallies: Tallies; count: Count } {
  const tallies: Record<string, number> = {};
  const count: Count = (measure, where) => {
    const stage = where?.stage ?? "";
    const channel = where?.channel ?? "";
    const key = tallyKey({ measure, stage, channel, bucket: where?.bucket ?? 0 });
    tallies[key] = (tallies[key] ?? 0) + (where?.n ?? 1);
  };
  return { tallies, count };
}
