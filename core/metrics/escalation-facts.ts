import { type Instant, MINUTE_MS } from "@/core/time";
import type { CaseMoments } from "./case-moments";
import { isDelivered } from "./message-facts";
import type { RawCase, RawMessage } from "./raw-case";
import type { Count } from "./tally-count";

/** An escalation this shortly before the end may have been one too many. */
const TOO_EARLY_MS = 30 * MINUTE_MS;

/** When somebody was first told by the plan. */
export function escalatedAt({ turns }: RawCase): Instant | null {
  const told = turns.filter(isEscalation).map(({ at }) => at);
  return told.length === 0 ? null : Math.min(...told);
}

const isEscalation = ({ byHand, told }: RawCase["turns"][number]): boolean => told && !byHand;

/** A case in a holdout climbs, but tells nobody, unless its topic owes messages to people all the same. */
export const isHeldOut = ({ holdout, messages }: RawCase): boolean =>
  holdout &&
  !messages.some(
    (message) =>
      message.request.audience === "escalation" &&
      (message.sentAt !== null || isDelivered(message)),
  );

/** Counts one case in the measures of escalations. */
export function countEscalation(raw: RawCase, moments: CaseMoments, count: Count): void {
  if (isHeldOut(raw)) return;
  const { turns, status } = raw;
  const isAutomatic = escalatedAt(raw) !== null;
  const isTold = turns.some(({ told }) => told);
  const isFailed = turns.length > 0 && !isTold;
  if (isAutomatic) count("escalated");
  else if (isTold) count("escalated_by_hand");
  if (isFailed) count("escalation_failed");
  if (status !== "open" || isAutomatic || isFailed) count("escalation_decided");
  if (isTooEarly(raw, moments)) count("escalated_too_early");
}

/** Resolved shortly after somebody was brought in, by a response that was there before they read of it. */
function isTooEarly(raw: RawCase, { respondedAt, endedAt }: CaseMoments): boolean {
  if (raw.status !== "resolved" || respondedAt === null || endedAt === null) return false;
  const shortly = raw.turns.filter(
    (turn) => isEscalation(turn) && turn.at <= endedAt && endedAt - turn.at <= TOO_EARLY_MS,
  );
  if (shortly.length === 0) return false;
  const since = Math.min(...shortly.map(({ at }) => at));
  const readings = [
    ...raw.turns.map(({ acknowledgedAt }) => acknowledgedAt),
    ...raw.messages.filter(({ request }) => request.audience === "escalation").flatMap(readingsOf),
  ].filter((at) => at !== null && at >= since);
  return readings.every((at) => at === null || respondedAt < at);
}

function readingsOf(message: RawMessage): (Instant | null)[] {
  const { readAt, openedAt, openedBy, clickedAt, repliedAt, hits } = message;
  const human = hits.filter(({ by }) => by === "human").map(({ at }) => at);
  return [readAt, openedBy === "human" ? openedAt : null, clickedAt, repliedAt, ...human];
}
