import type { ActionAnswer } from "@/components/ui/action-answer";
import type { StepFlow } from "@/core/case/step-flow";
import type { Instant } from "@/core/time";

/** What is counted at the steps, in the order of the key that goes through them. */
export const COUNTINGS = ["off", "now", "week", "month", "version"] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Which cases a period counts: those that came to a step in it, or all of the live version. */
export type Period = Exclude<Counting, "off" | "now">;

/** What became of the cases at each step, by step id. */
export type Flows = ReadonlyMap<string, StepFlow>;

export type CountedFlows = { asOf: Instant; flows: Flows };

export type LoadFlows = (period: Period) => Promise<ActionAnswer<CountedFlows>>;

/** The counting after this one; `version` only where something is live. */
export function nextCounting(counting: Counting, hasVersion: boolean): Counting {
  const all = COUNTINGS.filter((one) => hasVersion || one !== "version");
  return all[(all.indexOf(counting) + 1) % all.length] ?? "off";
}
