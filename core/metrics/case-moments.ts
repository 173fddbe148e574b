import type { Instant } from "@/core/time";
import { byLeaving, ghostAt, isDelivered, leftAt } from "./message-facts";
import type { RawCase, RawMessage } from "./raw-case";

/** The moments that the numbers of a case are measured between. */
export type CaseMoments = {
  /** Delivered messages in the order in which they left. */
  delivered: readonly RawMessage[];
  /** The first of them that asked its person for something: from here it is waited for. */
  first: RawMessage | null;
  /** The same, where a ghost counts as delivered when it would have left. */
  sentAt: Instant | null;
  respondedAt: Instant | null;
  endedAt: Instant | null;
};

/** What went to the person of the case to be answered: no words after its end. */
const asksPerson = ({ request }: RawMessage): boolean =>
  request.audience === "person" && request.ending !== true;

export function momentsOf(raw: RawCase): CaseMoments {
  const delivered = raw.messages.filter(isDelivered).toSorted(byLeaving);
  const first = delivered.find(asksPerson) ?? null;
  const ghosts = raw.messages.flatMap((message) => {
    const at = asksPerson(message) ? ghostAt(message) : null;
    return at === null ? [] : [at];
  });
  const starts = first ? [leftAt(first), ...ghosts] : ghosts;
  return {
    delivered,
    first,
    sentAt: starts.length === 0 ? null : Math.min(...starts),
    respondedAt: respondedAt(raw),
    endedAt: raw.status === "open" ? null : raw.closedAt,
  };
}

/** The first response, or the resolution by a human; what comes after the end is none. */
function respondedAt(raw: RawCase): Instant | null {
  const { firstResponseAt, closedAt, status } = raw;
  const endedAt = status === "open" ? null : closedAt;
  if (firstResponseAt !== null && (endedAt === null || firstResponseAt <= endedAt)) {
    return firstResponseAt;
  }
  return status === "resolved" && raw.closedByHuman ? endedAt : null;
}
