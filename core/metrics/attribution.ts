import type { Channel } from "@/core/template/channel";
import { HOUR_MS, type Instant, SECOND_MS } from "@/core/time";
import { byLeaving, isGhost, leftAt } from "./message-facts";
import type { RawCase, RawHit, RawMessage } from "./raw-case";

/** For how long a message is taken for the cause of an answer that names none. */
export const ATTRIBUTION_MS = {
  email: 72 * HOUR_MS,
  in_app: 72 * HOUR_MS,
  sms: 24 * HOUR_MS,
  push: 24 * HOUR_MS,
  webhook: 24 * HOUR_MS,
} as const satisfies Record<Channel, number>;

/** A press and what the case makes of it are written down in one transaction, a reply's in two. */
const TOLERANCE_MS = SECOND_MS;

export type Attribution = {
  message: RawMessage;
  /** By the token of its own link, or by a reply to it. */
  exact: boolean;
  /** Among the case's delivered messages, from 1. */
  place: number;
};

/**
 * The message that a response answered: the one whose button was pressed at that very moment, or that
 * was replied to; otherwise the last one delivered to the person before it, within the channel's window
 * and as long as no message of another stage has left, to whomever. Null: none of these.
 */
export function attributionOf(
  raw: RawCase,
  delivered: readonly RawMessage[],
  respondedAt: Instant,
): Attribution | null {
  const exact = answeredExactly(raw.messages, respondedAt);
  const message = exact ?? lastBefore(raw, delivered, respondedAt);
  if (!message) return null;
  const before = delivered.filter((each) => each !== message && byLeaving(each, message) < 0);
  return { message, exact: exact !== null, place: before.length + 1 };
}

/**
 * A press counts at the moment of the response alone, for the first press that responds is the first
 * response: an earlier one put it off or was refused. A reply may have been read later than it came.
 */
function answeredExactly(messages: readonly RawMessage[], at: Instant): RawMessage | null {
  let found: { message: RawMessage; off: number } | null = null;
  for (const message of messages) {
    if (isGhost(message)) continue;
    for (const hit of message.hits) {
      const off = offOf(hit, at);
      if (off === null || (found && off > found.off)) continue;
      if (!found || off < found.off || byLeaving(message, found.message) > 0) {
        found = { message, off };
      }
    }
  }
  return found?.message ?? null;
}

/** How far a hit lies from the response that it may be; null: it is not. */
function offOf({ id, type, by, at }: RawHit, respondedAt: Instant): number | null {
  if (by !== "human" || !(type === "replied" || id.startsWith("action:"))) return null;
  const off = Math.abs(respondedAt - at);
  if (off <= TOLERANCE_MS) return off;
  const isLate = at < respondedAt && off <= ATTRIBUTION_MS.email;
  return type === "replied" && !id.startsWith("action:") && isLate ? off : null;
}

function lastBefore(
  { personId }: RawCase,
  delivered: readonly RawMessage[],
  respondedAt: Instant,
): RawMessage | null {
  const asked = delivered.filter(
    (message) => leftAt(message) <= respondedAt && message.request.ending !== true,
  );
  const last = asked.findLast((message) => message.personId === personId);
  if (!last || respondedAt - leftAt(last) > ATTRIBUTION_MS[last.channel]) return null;
  const next = asked.slice(asked.indexOf(last) + 1).some(({ stage }) => stage !== last.stage);
  return next ? null : last;
}
