import { type Changes, countChanges } from "@/core/live/changes";
import { LIVE_TOPICS, type LiveTopic } from "@/core/live/topics";

/** How much of a topic changed since it was last said. */
type Tally = { created: number; updated: number; many: boolean };
export type Tallies = Readonly<Partial<Record<LiveTopic, Tally>>>;

/** Adds changes to what is not yet said. */
export function tallied(before: Tallies, changes: Changes): Tallies {
  const tallies: Partial<Record<LiveTopic, Tally>> = { ...before };
  for (const topic of LIVE_TOPICS) {
    const one = changes[topic];
    if (one === undefined) continue;
    const { created, updated } = countChanges(one);
    const sum = before[topic] ?? { created: 0, updated: 0, many: false };
    tallies[topic] = {
      created: sum.created + created,
      updated: sum.updated + updated,
      many: sum.many || one === "many",
    };
  }
  return tallies;
}

/** Which form the sentence about a tally takes. */
export function formOf({ created, updated, many }: Tally): "many" | "created" | "updated" | "both" {
  if (many) return "many";
  if (updated === 0) return "created";
  return created === 0 ? "updated" : "both";
}
