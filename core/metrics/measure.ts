import type { Channel } from "@/core/template/channel";

/**
 * What is counted, by what it is counted of. A case counts at most 1 in a measure of cases; in a
 * measure of messages as much as it has of them. `bucket` is 0 where nothing else is said.
 */
export const CASE_MEASURES = [
  "opened",
  /** At least one message that asked its person was delivered: no ghost, no words after its end. */
  "reached",
  /** No message arrived or still may, for want of a channel or a target; never in a holdout. */
  "dead_end",
  /** Reached, and with a response: of `reached`. */
  "responded",
  /** With a response although nothing was delivered to its person: all of the holdout's. */
  "responded_unreached",
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
  /** Only to nobody, by the plan or by hand. */
  "escalation_failed",
  /** Over, escalated by the plan, or escalated to nobody: what the escalation rate is of. */
  "escalation_decided",
  /**
   * Resolved within 30 minutes of an escalation by the plan, with a response that is older than its
   * reading (seen by a human, or acknowledged), where there was one.
   */
  "escalated_too_early",
  /**
   * Resolved by its due moment, or not, for whatever reason and so far; bucket: that moment in minutes
   * since 1970, rounded up. Of both only what has passed counts.
   */
  "due_met",
  "due_missed",
  /**
   * From the first delivered message to the first response (0 if that came before); of `reached` each
   * counts in one of three. Bucket: core/metrics/duration-bucket.ts; channel: the first message's.
   * `…_ended`: ended otherwise before there was one. `…_waiting`: none so far; bucket: the first
   * delivered message in minutes since 1970. `…_business`: the same in working time of its person's
   * calendar; what waits has none.
   */
  "response_time",
  "response_time_business",
  "response_ended",
  "response_ended_business",
  "response_waiting",
  /** The same to the resolution, by whomever. */
  "resolution_time",
  "resolution_time_business",
  "resolution_ended",
  "resolution_ended_business",
  "resolution_waiting",
  /** The same from the first escalation by the plan to the resolution; of `escalated`. */
  "escalation_time",
  "escalation_ended",
  "escalation_waiting",
  /**
   * By the message it followed (core/metrics/attribution.ts), whose stage and channel are the key's;
   * bucket: its place among the case's delivered messages, from 1. With `unattributed`: all responses.
   */
  "answered_after",
  /** Of these by the token of its very link or by a reply to it. */
  "answered_exactly",
  /** Of these to a message that stood in for one that was not looked at. */
  "answered_fallback",
  "unattributed",
  /**
   * Stage by stage; the stage is the key's. Each that was entered counts in one of `stage_passed`,
   * `stage_here`, `stage_resolved` and `stage_ended`, however often the case came back to it.
   */
  "stage_entered",
  "stage_delivered",
  /** The first response came while the case stood there. */
  "stage_responded",
  "stage_resolved",
  /** It stands, or ended, in another stage. */
  "stage_passed",
  "stage_here",
  /** It ended there otherwise: canceled, expired. */
  "stage_ended",
  /** It went on or ended there otherwise, and nobody had responded while it stood there. */
  "stage_unanswered",
  /**
   * Its first message left, or the first escalation was told (`escalation_began`); bucket: how long after
   * the first delivered message, by core/metrics/duration-bucket.ts.
   */
  "stage_began",
  "escalation_began",
] as const;
export type CaseMeasure = (typeof CASE_MEASURES)[number];

/**
 * Stage and channel are the message's. Those of the holdout count in `ghost` alone. `sent` is `delivered`
 * and `bounced`; what a provider never took is `failed`.
 */
export const MESSAGE_MEASURES = [
  /** A provider accepted it, whatever came later. */
  "sent",
  /** Accepted and not bounced. */
  "delivered",
  /** Accepted, and came back undelivered later. */
  "bounced",
  "failed",
  "unknown",
  "held",
  /** Would have left, were its case not in the holdout. */
  "ghost",
  /** Delivered emails that carry a pixel. */
  "tracked",
  /**
   * Of these opened by a human, whom a click or a reply proves; by nothing but proxies and unknown
   * visitors. What only filters fetched was not opened.
   */
  "opened_human",
  "opened_machine",
  /** In the inbox, seen there. */
  "seen",
  /** By a human. */
  "clicked",
  "replied",
  "complained",
  /** A complaint, or topic, channel or everything was switched off because of it or within 72 hours. */
  "opted_out",
  /**
   * Hour of the week in the person's own zone, 0 is Monday 00:00; bucket: 0 to 167. Stage and channel:
   * of the message to the person that waited then.
   */
  "heat_response",
  /**
   * Hours in which a delivered message waited, once that is over: until the response, the next message
   * or the case's end, at most 7 days. Not the hours but their steps: 1 in the hour in which a wait
   * begins, −1 in the one after its last. Only core/metrics/heat.ts `heatOf` turns sums into hours.
   */
  "heat_wait_step",
] as const;
export type MessageMeasure = (typeof MESSAGE_MEASURES)[number];

/** Messages that did not leave or, as `failed`, did not arrive, by the code of their reason. */
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
