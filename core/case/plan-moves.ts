import type { Instant } from "@/core/time";
import type { PlanEntry } from "./plan";

type Entry = Pick<PlanEntry, "at" | "kind" | "step" | "channel" | "personId">;

/** One thing of the plan that another course would move, add (`from` null) or drop (`to` null). */
type PlanMove<E extends Entry> = { entry: E; from: Instant | null; to: Instant | null };

/**
 * What changes between two plans of one case. The n-th message of a step to a person on a channel is
 * the same in both. In the order of the new plan, what is dropped at the end.
 */
export function planMoves<E extends Entry>(
  before: readonly E[],
  after: readonly E[],
): { moves: PlanMove<E>[]; unchanged: number } {
  const old = numbered(before);
  const moves: PlanMove<E>[] = [];
  let unchanged = 0;
  for (const [key, entry] of numbered(after)) {
    const from = old.get(key)?.at ?? null;
    old.delete(key);
    if (from === entry.at) unchanged += 1;
    else moves.push({ entry, from, to: entry.at });
  }
  const dropped = [...old.values()].map((entry) => ({ entry, from: entry.at, to: null }));
  return { moves: [...moves, ...dropped], unchanged };
}

function numbered<E extends Entry>(entries: readonly E[]): Map<string, E> {
  const counts = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const kind = entry.kind === "fallback" ? "send" : entry.kind;
      const key = [kind, entry.step, entry.channel, entry.personId].join("\u0000");
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      return [`${key}\u0000${n}`, entry];
    }),
  );
}
