import type { Channel } from "@/core/template/channel";
import type { Measure, Tallies } from "./measure";
import { tallyKey } from "./measure";

type Where = { stage?: string | null; channel?: Channel | ""; bucket?: number; n?: number };

/** What an integer column holds: a due date may lie further off than that many minutes. */
export const INTEGER_MAX = 2_147_483_647;

/** Adds one, or `n`, to a measure. */
export type Count = (measure: Measure, where?: Where) => void;

/** Tallies under way, and how to count in them. */
export function startTallies(): { tallies: Tallies; count: Count } {
  const tallies: Record<string, number> = {};
  const count: Count = (measure, where) => {
    const stage = where?.stage ?? "";
    const channel = where?.channel ?? "";
    const bucket = Math.min(where?.bucket ?? 0, INTEGER_MAX);
    const key = tallyKey({ measure, stage, channel, bucket });
    tallies[key] = (tallies[key] ?? 0) + (where?.n ?? 1);
  };
  return { tallies, count };
}
