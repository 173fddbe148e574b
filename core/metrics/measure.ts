import type { Channel } from "@/core/template/channel";

/**
 * What is counted, by what it is counted of. A case counts at most 1 in a measure of cases; in a
 * measure of messages as much as it has of them. `bucket` is 0 where nothing else is said.
 */
export const CASE_MEASURES = [
  "opened",
  /** At least one message was delivered. */
  "reached",
  /** Over, or past its first step, and no message found a channel or a target. */
  "dead_end",
  "responded",
  /** Put off to a day by the person: no response. */
  "promised",
  "resolved",
  "canceled",
  "expired",
  "open",
  /** By the plan, with somebody told. */
  "escalated",
  /** By hand only. */
  "escalated_by_hand",
  /** Only to nobody. */
  "escalation_failed",
  /** Over, escalated, or escalated to nobody: what the escalation rate is of. */
  "escalation_decided",
  /** Resolved within 30 minutes of an escalation by a response that is older than its reading. */
  "escalated_too_early",
  /** Resolved by its due moment, or not; bucket: that moment in minutes since 1970. */
  "due_met",
  "due_missed",
  /**
   * From the first delivered message to the first response; bucket: core/metrics/duration-bucket.ts.
   * `…_ended`: ended otherwise before there was one. `…_waiting`: none so far; bucket: the first
   * delivered message in minutes since 1970. `…_business`: minutes of the person's working calendar.
   */
  "response_time",
  "response_time_business",
  "response_ended",
  "response_ended_business",
  "response_waiting",
  /** The same to the resolution. */
  "resolution_time",
  "resolution_time_business",
  "resolution_ended",
  "resolution_ended_business",
  "resolution_waiting",
  /** By the message before it; bucket: its place among the case's messages, from 1. */
  "answered_after",
  /** Of these by the token of its very link or by a reply to it. */
  "answered_exactly",
  /** Of these to a message that stood in for one that was not looked at. */
  "answered_fallback",
  "unattributed",
  /** Stage by stage; the stage is the key's. */
  "stage_entered",
  "stage_delivered",
  /** The first response came while the case stood there. */
  "stage_responded",
  "stage_resolved",
  /** It came to a later stage. */
  "stage_passed",
  "stage_here",
  /** It ended there otherwise: canceled, expired. */
  "stage_ended",
  /** It came to a later stage or ended there otherwise, and nobody had responded while it stood there. */
  "stage_unanswered",
  /**
   * Its first message left, or the first escalation was told (`escalation_began`); bucket: how long after
   * the first delivered message, by core/metrics/duration-bucket.ts.
   */
  "stage_began",
  "escalation_began",
] as const;
export type CaseMeasure = (typeof CASE_MEASURES)[number];

/** Stage and channel are the message's. Those of the holdout count in `ghost` alone. */
export const MESSAGE_MEASURES = [
  /** A provider accepted it, whatever came later. */
  "sent",
  /** Accepted and not bounced. */
  "delivered",
  "bounced",
  "failed",
  "unknown",
  "held",
  "ghost",
  /** Delivered emails that carry a pixel. */
  "tracked",
  /** Of these opened by a human; by nothing but machines and unknown visitors. */
  "opened_human",
  "opened_machine",
  /** In the inbox, seen there. */
  "seen",
  /** By a human. */
  "clicked",
  "replied",
  "complained",
  /** Topic, channel or everything was switched off because of it, or within 72 hours of it. */
  "opted_out",
  /** Hour of the week in the person's own zone, 0 is Monday 00:00; bucket: 0 to 167. */
  "heat_response",
  /** Hours in which a delivered message waited for its response, once the wait is over; at most 7 days each. */
  "heat_awaiting",
] as const;
export type MessageMeasure = (typeof MESSAGE_MEASURES)[number];

/** Messages that did not leave, by the code of their reason. */
export type ReasonMeasure = `not_sent/${string}` | `failed/${string}` | `held/${string}`;

export type Measure = CaseMeasure | MessageMeasure | ReasonMeasure;

/** What one tally is of. Empty stage and channel: of the whole case. */
export type TallyOf = { measure: Measure; stage: string; channel: Channel | ""; bucket: number };

/** How much a case counts, by `tallyKey`. */
export type Tallies = Readonly<Record<string, number>>;

/** Stage ids hold no bar, and neither do measures. */
export const tallyKey = ({ measure, stage, channel, bucket }: TallyOf): string =>
  `${measure}|${stage}|${channel}|${bucket}`;

export function readTallyKey(key: string): TallyOf {
  const [measure = "", stage = "", channel = "", bucket = "0"] = key.split("|");
  return {
    measure: measure as Measure,
    stage,
    channel: channel as Channel | "",
    bucket: Number(bucket),
  };
}
