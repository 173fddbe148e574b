import type { Instant } from "@/core/time";
import type { MessageStatus } from "./message-status";
import type { MessageRequest } from "./request";
import { sentWords } from "./sent-words";

/** What a provider tells about a message after it was asked to send it. */
export type CameBack =
  /** It took the message; kept nowhere, since it says no more than the hand-over did. */
  | { type: "sent" }
  | { type: "delivered" }
  /** Not yet delivered, it goes on trying. */
  | { type: "delayed"; text: string }
  /** `permanent`: nobody is there, now or later. Otherwise only this message came back. */
  | { type: "bounced"; permanent: boolean; text: string }
  /** It will not arrive. `stopped`: the person said stop to this sender. */
  | { type: "failed"; stopped: boolean; text: string }
  | { type: "complained"; text: string };

/** One report as it is kept. `at` is the provider's moment. */
export type Report = { id: string; at: Instant; cameBack: CameBack };

/** A message as far as reports bear on it. */
export type Reported = {
  status: MessageStatus;
  /** Attempts that were begun. A report about none is not about this message. */
  attempts: number;
  request: MessageRequest;
};

/** What reports make of a message. */
export type Outcome = {
  status: Extract<MessageStatus, "sent" | "delivered" | "failed">;
  /** Null keeps code and values as they are. */
  words: { code: string; params: Record<string, unknown> } | null;
  deliveredAt: Instant | null;
  /** What the case has not been told yet: a refusal moves it on to the next channel. */
  tell: "sent" | "failed" | null;
};

/** Later ones win, in whatever order they arrive: a bounce is never taken back by a late delivery. */
const RANK = { sent: 0, delivered: 1, failed: 2, bounced: 3 } as const;

function rankOf(cameBack: CameBack): number | null {
  switch (cameBack.type) {
    case "sent":
    case "delivered":
    case "failed":
      return RANK[cameBack.type];
    case "bounced":
      return cameBack.permanent ? RANK.bounced : null;
    default:
      return null;
  }
}

/**
 * What all reports about a message make of it; null when they change nothing. Depends on which reports
 * there are, not on their order: the one of the highest rank decides, and of those the earliest.
 * A message that was rightly not sent, or never tried, stays as it is.
 */
export function outcomeOfReports(before: Reported, reports: readonly Report[]): Outcome | null {
  if (before.status === "not_sent" || before.attempts === 0) return null;
  const [best] = reports
    .flatMap((report) => {
      const rank = rankOf(report.cameBack);
      return rank === null ? [] : [{ ...report, rank }];
    })
    .toSorted((a, b) => b.rank - a.rank || a.at - b.at || (a.id < b.id ? -1 : 1));
  if (!best) return null;
  const { cameBack, at } = best;
  const told = toldOf(before.status);
  if (cameBack.type === "bounced" || cameBack.type === "failed") {
    const code = cameBack.type === "bounced" ? "fail.bounced" : "fail.provider";
    const words = { code, params: { text: cameBack.text } };
    return {
      status: "failed",
      words,
      deliveredAt: null,
      tell: told === "failed" ? null : "failed",
    };
  }
  const isDelivered = cameBack.type === "delivered";
  if (!isDelivered && (told === "failed" || !isOpenEnd(before.status))) return null;
  return {
    status: isDelivered ? "delivered" : "sent",
    words: isOpenEnd(before.status) || told === "failed" ? sentWords(before.request) : null,
    deliveredAt: isDelivered ? at : null,
    tell: told === null ? "sent" : null,
  };
}

/** Its end was not known when the report came. */
const isOpenEnd = (status: MessageStatus): boolean =>
  status !== "sent" && status !== "delivered" && status !== "failed";

/** What the case heard of it: an unknown end counts as sent. */
function toldOf(status: MessageStatus): "sent" | "failed" | null {
  if (status === "failed") return "failed";
  return status === "sent" || status === "delivered" || status === "unknown" ? "sent" : null;
}
