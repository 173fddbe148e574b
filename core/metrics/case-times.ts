import { type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import type { CaseMoments } from "./case-moments";
import { durationBucket } from "./duration-bucket";
import { leftAt } from "./message-facts";
import { type Count, INTEGER_MAX } from "./tally-count";

type Elapsed = { wall: number; working: number };
type ElapsedBetween = (from: Instant | null, to: Instant | null) => Elapsed | null;

/** Whole seconds between two moments, 0 backwards; each pair is worked out once. */
export function elapsedWith(workingMs: (from: Instant, to: Instant) => number): ElapsedBetween {
  const known: { from: Instant; to: Instant; elapsed: Elapsed }[] = [];
  return (from, to) => {
    if (from === null || to === null) return null;
    if (to <= from) return { wall: 0, working: 0 };
    const found = known.find((each) => each.from === from && each.to === to);
    if (found) return found.elapsed;
    const wall = wholeSeconds(to - from);
    const working = wholeSeconds(workingMs(from, to));
    known.push({ from, to, elapsed: { wall, working } });
    return { wall, working };
  };
}

const wholeSeconds = (ms: number): number => Math.min(Math.floor(ms / SECOND_MS), INTEGER_MAX);

/** Counts how long it took: to the response, to the resolution, and from an escalation to it. */
export function countTimes(
  { first, respondedAt, endedAt }: CaseMoments,
  { resolvedAt, escalatedAt }: { resolvedAt: Instant | null; escalatedAt: Instant | null },
  elapsed: ElapsedBetween,
  count: Count,
): void {
  const from = first && leftAt(first);
  const time = (
    of: "response" | "resolution" | "escalation",
    since: Instant | null,
    at: Instant | null,
  ) => {
    if (since === null) return;
    const channel = first?.channel ?? "";
    const took = elapsed(since, at ?? endedAt);
    if (!took) {
      count(`${of}_waiting`, { channel, bucket: Math.floor(since / MINUTE_MS) });
      return;
    }
    const how = at === null ? "ended" : "time";
    count(`${of}_${how}`, { channel, bucket: durationBucket(took.wall) });
    if (of === "escalation") return;
    count(`${of}_${how}_business`, { channel, bucket: durationBucket(took.working) });
  };
  time("response", from, respondedAt);
  time("resolution", from, resolvedAt);
  time("escalation", escalatedAt, resolvedAt);
  if (escalatedAt === null || from === null) return;
  count("escalation_began", { bucket: durationBucket((escalatedAt - from) / SECOND_MS) });
}
