import type { Channel } from "@/core/template/channel";
import { type Instant, MINUTE_MS } from "@/core/time";
import { isBundled } from "./bundle";
import type { FrequencyLimits } from "./caps";
import type { MessageRequest } from "./request";

export const GAP_MINUTES_USUAL = 5;

/** How long after a message to a helper the next ones are collected, in milliseconds; 0: never. */
export const helperGapMs = (limits: FrequencyLimits | null): number =>
  (limits?.helpers?.gapMinutes ?? GAP_MINUTES_USUAL) * MINUTE_MS;

/** People told because of their duty to a case: that it needs them, or what became of it. */
export const isToHelper = ({ audience }: Pick<MessageRequest, "audience">): boolean =>
  audience === "escalation" || audience === "involved";

/** Whether a message waits for the helpers' gap, and begins one: where an interruption is, not in an inbox. */
export const keepsGap = (message: {
  channel: Channel;
  request: Pick<MessageRequest, "audience" | "ghost">;
}): boolean =>
  isBundled(message.channel) && isToHelper(message.request) && message.request.ghost !== true;

/** What a helper got on one channel within the gap. */
export type HelperGap = {
  gapMs: number;
  /** The last message with an escalation in it. */
  escalatedAt: Instant | null;
  /** The last note of an ending. Neither holds the other: whoever was called in hears at once that it is over. */
  closedAt: Instant | null;
  /** It leaves as part of a message that has passed. */
  joins: boolean;
};

/** Until when the gap holds a message; null: it may leave now. */
export function gapHolds(
  { gapMs, escalatedAt, closedAt, joins }: HelperGap,
  { audience }: Pick<MessageRequest, "audience">,
  now: Instant,
): Instant | null {
  const last = audience === "escalation" ? escalatedAt : closedAt;
  if (joins || last === null || last + gapMs <= now) return null;
  return last + gapMs;
}

/** What a helper got, with one more message that is not part of another. */
export const afterTelling = (
  gap: HelperGap,
  { audience }: Pick<MessageRequest, "audience">,
  at: Instant,
): HelperGap => ({
  ...gap,
  ...(audience === "escalation" ? { escalatedAt: at } : { closedAt: at }),
});
