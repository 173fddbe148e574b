import type { CaseStatus } from "@/core/case/state";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Tallies } from "./measure";

/**
 * What one case means for every number: columns to filter and to measure by, and how much it counts in
 * each measure. A function of what is stored, never of now, so that any recount gives the same.
 */
export type CaseFacts = {
  /** `step=arm`, joined by commas in the order of steps; empty: no experiment. */
  arm: string;
  holdout: boolean;
  /** Of its messages, the first one's. */
  topic: string | null;
  openedAt: Instant;
  /** When the first message to its person was delivered: from here it is waited for. */
  sentAt: Instant | null;
  /** The first response, or the resolution by a human without one. */
  respondedAt: Instant | null;
  endedAt: Instant | null;
  status: CaseStatus;
  dueAt: Instant | null;
  escalatedAt: Instant | null;
  promised: boolean;
  /** From `sentAt`, in whole seconds of wall and of working time; null until there is one. */
  responseSeconds: number | null;
  responseWorkingSeconds: number | null;
  resolutionSeconds: number | null;
  resolutionWorkingSeconds: number | null;
  /** Those with a delivered message. */
  channels: readonly Channel[];
  stages: readonly string[];
  delivered: number;
  optedOut: number;
  complained: number;
  tallies: Tallies;
};
