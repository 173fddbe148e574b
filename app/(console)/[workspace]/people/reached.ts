import type { Channel } from "@/core/template/channel";

/** What people know each other by, in this order. */
const WRITTEN = ["email", "sms"] as const satisfies readonly Channel[];

/** Where somebody is written to, and the other channels that reach them. */
export function reachedBy(points: readonly { channel: Channel; address: string }[]): {
  written: string[];
  others: Channel[];
} {
  const written = WRITTEN.flatMap((channel) => points.filter((point) => point.channel === channel));
  const channels = new Set(points.map(({ channel }) => channel));
  return {
    written: written.map(({ address }) => address),
    others: [...channels.difference(new Set<Channel>(WRITTEN))],
  };
}
