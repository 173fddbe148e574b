import type { ReplyCode } from "@/core/sentence/codes";
import type { Handled } from "./handled";
import type { Intent } from "./intent";

export type ReplyFacts = {
  channel: "email" | "sms";
  intent: Intent;
  /** A machine wrote; `away`: because nobody is there. */
  machine: "away" | "automatic" | null;
  /** Whoever wrote is whom the message was for. */
  isTheirs: boolean;
  isOpen: boolean;
  /** The message was a list of several matters. */
  isList: boolean;
  /** A button stands for what was written. */
  fits: boolean;
  /** The day of a promise is one that a matter can be put off to. */
  hasDay: boolean;
  /** Whether the topic of the message can be switched off. */
  mayStop: boolean;
};

export type ReplyDecision = {
  handled: Handled;
  /** What the timeline says about it, beside what the engine says itself. */
  code: ReplyCode | null;
  needsReading: boolean;
};

const decided = (
  handled: Handled,
  code: ReplyCode | null,
  needsReading: boolean,
): ReplyDecision => ({
  handled,
  code,
  needsReading,
});

/**
 * What a reply leads to. Stops hold whatever the case's state; what machines and others write is never
 * an answer; whatever is not understood for sure goes to a person.
 */
export function decideReply(facts: ReplyFacts): ReplyDecision {
  const { channel, intent, machine, isTheirs, isOpen, isList, fits, hasDay, mayStop } = facts;
  const { kind } = intent;
  if (machine === "away") return decided("away", "reply.away", false);
  if (machine !== null) return decided("automatic", "reply.automatic", false);
  if (!isTheirs) return decided("other", "reply.other", true);
  if (kind === "stop") {
    if (channel === "sms" || mayStop) return decided("stopped", "reply.stopped", false);
    return decided("stop_required", "reply.stop_required", true);
  }
  if (kind === "start") return decided("started", "reply.started", false);
  if (kind === "help") return decided("helped", "reply.help", channel === "email");
  if (isList) return decided("of_several", "reply.of_several", true);
  if (!isOpen) return decided("late", "reply.late", !fits && kind !== "done" && kind !== "paid");
  if (kind === "not_me") return decided("not_me", "reply.not_me", true);
  if (fits) return decided("action", "reply.action", false);
  if (kind === "by" && hasDay) return decided("promised", "reply.promised", false);
  if (kind === "done" || kind === "paid") return decided("response", null, false);
  return decided("response", "reply.unclear", true);
}
