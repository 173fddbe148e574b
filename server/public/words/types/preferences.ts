import type { Channel } from "@/core/template/channel";

/** A way of reaching a person that they can switch off. */
export const SWITCHED = ["email", "sms", "push", "in_app"] as const satisfies readonly Channel[];
export type Switched = (typeof SWITCHED)[number];

export type PreferencesWords = {
  title: (sender: string) => string;
  lead: (address: string) => string;
  channel: Record<Switched, string>;
  noAddress: Record<Switched, string>;
  locked: (channels: string) => string;
  save: string;
  stopAll: string;
  none: string;
  saved: string;
  unchanged: string;
  change: (topic: string, on: string[], off: string[]) => string;
  reachFirst: string;
  reachHint: string;
  noneFirst: (sender: string) => string;
  /** Null: none goes first any more. */
  nowFirst: (channel: string | null) => string;
};
