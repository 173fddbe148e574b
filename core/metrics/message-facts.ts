import type { Instant } from "@/core/time";
import type { RawHit, RawMessage } from "./raw-case";
import type { Count } from "./tally-count";

/** Nothing of it left: a ghost whose topic has become required since is a message like any other. */
const UNSENT: readonly RawMessage["status"][] = ["planned", "held", "not_sent"];
export const isGhost = ({ request, status }: RawMessage): boolean =>
  request.ghost === true && UNSENT.includes(status);

/** When it would have left; null: not yet decided, or kept back for another reason than the holdout. */
export const ghostAt = (message: RawMessage): Instant | null =>
  isGhost(message) && message.code === "skip.holdout"
    ? (message.decidedAt ?? message.plannedAt)
    : null;

/** Accepted and not bounced, which is the best that some channels can tell. */
export const isDelivered = ({ status }: RawMessage): boolean =>
  status === "sent" || status === "delivered";

/** Accepted, and came back undelivered later, whatever the provider calls it. */
const isBounced = ({ status, sentAt, code }: RawMessage): boolean =>
  status === "failed" && (sentAt !== null || code === "fail.bounced");

/** When a provider accepted it. */
export const leftAt = ({ sentAt, deliveredAt, plannedAt }: RawMessage): Instant =>
  sentAt ?? deliveredAt ?? plannedAt;

/** By when they left; of one moment by their ids, so that the order they were read in does not count. */
export const byLeaving = (a: RawMessage, b: RawMessage): number =>
  leftAt(a) - leftAt(b) || (a.id < b.id ? -1 : 1);

const isHuman = (hit: RawHit, type: string): boolean => hit.by === "human" && hit.type === type;

export const wasClicked = ({ clickedAt, hits }: RawMessage): boolean =>
  clickedAt !== null || hits.some((hit) => isHuman(hit, "clicked"));

export const wasReplied = ({ repliedAt, hits }: RawMessage): boolean =>
  repliedAt !== null || hits.some((hit) => isHuman(hit, "replied"));

/** A click or a reply by a human proves an open; what only filters fetched is none. */
export function openerOf(message: RawMessage): "human" | "machine" | null {
  const { openedBy, hits } = message;
  const opens = [openedBy, ...hits.flatMap(({ type, by }) => (type === "opened" ? [by] : []))];
  if (opens.includes("human") || wasClicked(message) || wasReplied(message)) return "human";
  return opens.includes("proxy") || opens.includes("unknown") ? "machine" : null;
}

/** Seen in the inbox. */
const wasSeen = (message: RawMessage): boolean =>
  message.readAt !== null ||
  openerOf(message) === "human" ||
  message.hits.some((hit) => isHuman(hit, "viewed"));

export const hasComplaint = ({ hits }: RawMessage): boolean =>
  hits.some(({ type }) => type === "complained");

/** What a complaint says is that no more is wanted. */
export const hasOptedOut = (message: RawMessage): boolean =>
  message.optedOut || hasComplaint(message);

/** It left, or tried to. What is told of a message that did not is another's doing. */
export const wasHandedOver = ({ status }: RawMessage): boolean => !UNSENT.includes(status);

/** Counts one message in the measures of messages. */
export function countMessage(message: RawMessage, count: Count): void {
  const { stage, channel, status } = message;
  const code = message.code ?? "none";
  const at = { stage, channel };
  if (isGhost(message)) {
    if (ghostAt(message) !== null) count("ghost", at);
    return;
  }
  switch (status) {
    case "sent":
    case "delivered":
      countDelivered(message, count);
      break;
    case "failed":
      if (isBounced(message)) {
        count("sent", at);
        count("bounced", at);
      } else count("failed", at);
      count(`failed/${code}`, at);
      break;
    case "unknown":
      count("unknown", at);
      break;
    case "held":
      count("held", at);
      count(`held/${code}`, at);
      break;
    case "not_sent":
      count(`not_sent/${code}`, at);
      break;
    default:
  }
  // Of bounced ones too: a bounce may be told after the complaint.
  if (!wasHandedOver(message)) return;
  if (hasComplaint(message)) count("complained", at);
  if (hasOptedOut(message)) count("opted_out", at);
}

function countDelivered(message: RawMessage, count: Count): void {
  const at = { stage: message.stage, channel: message.channel };
  count("sent", at);
  count("delivered", at);
  if (message.tracked && message.channel === "email") {
    count("tracked", at);
    const opener = openerOf(message);
    if (opener) count(opener === "human" ? "opened_human" : "opened_machine", at);
  }
  if (message.channel === "in_app" && wasSeen(message)) count("seen", at);
  if (wasClicked(message)) count("clicked", at);
  if (wasReplied(message)) count("replied", at);
}
