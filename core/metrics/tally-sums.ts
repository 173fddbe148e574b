import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Period } from "./period";
import type { Observed } from "./survival";

/** Which cases are counted: opened in the period, and matching all that is set. */
export type Cohort = {
  period: Period;
  /** Of its days. */
  zone: string;
  workflow?: string | undefined;
  version?: number | undefined;
  arm?: string | undefined;
  /** Cases with a delivered message of the stage, on the channel; messages of it alone. */
  stage?: string | undefined;
  channel?: Channel | undefined;
  team?: string | undefined;
  topic?: string | undefined;
  locale?: string | undefined;
  /** A saved view of people. */
  segment?: string | undefined;
};

/** How often something was counted, over all cases of a cohort, apart by what was asked for. */
export type TallySum = {
  measure: string;
  stage: string;
  channel: string;
  bucket: number;
  n: number;
  /** Local day, `2026-11-23`; set when grouped by day. Local hour, `2026-11-23T14`, when by hour. */
  day?: string;
  workflow?: string;
  version?: number;
  arm?: string;
};

/** An hour is told by cases alone: who asks for it opens a source of cases. */
export const TALLY_GROUPS = ["day", "hour", "workflow", "version", "arm"] as const;
export type TallyGroup = (typeof TALLY_GROUPS)[number];

export type AskedSums = {
  measures?: readonly string[] | undefined;
  prefix?: string | undefined;
  upTo?: number | undefined;
  together?: boolean | undefined;
  waitedTo?: number | undefined;
};

/** Where sums are read from: the same from either. */
export type TallySource = {
  kind: "rollups" | "cases";
  asOf: Instant;
  /**
   * Sums of measures; `prefix` adds those that begin with it, as `not_sent/`. `upTo`, of `DUE_MEASURES`
   * alone: only moments up to it, as one sum. `together`: without stage and channel. `waitedTo`, a minute:
   * moments of `…_waiting` about as long before it may come as one.
   */
  sums(asked: AskedSums, by?: readonly TallyGroup[]): Promise<TallySum[]>;
  /** Durations in seconds as of now, by the group's key, or all under `all`; exact up to 20,000 cases. */
  durations(
    of: "response" | "resolution",
    clock: "wall" | "working",
    by?: "version" | "channel" | "arm" | "workflow",
  ): Promise<Map<string, Observed[]>>;
};
