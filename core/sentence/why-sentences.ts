import type { Decision } from "@/core/case/decision";
import { isDecisionCode } from "./codes";
import { decisionSentence } from "./decision-sentence";
import { type DecisionOptions, slotsOf } from "./param-slots";
import { render } from "./render";
import { whyTopicOf } from "./why-topic";

export type Why = { happened: string; rule: string; change: string };

/**
 * “Why?” in three lines: what happened, which rule, and what would have changed it. A code that this
 * version does not know says so in all three.
 */
export function whySentences(decision: Decision, options: DecisionOptions): Why {
  const { code, params = {} } = decision;
  const { locale } = options;
  const { sentence } = decisionSentence(decision, options);
  const topic = isDecisionCode(code) ? whyTopicOf(code) : "other";
  const slots = isDecisionCode(code) ? slotsOf(code, params, options) : {};
  return {
    happened: sentence,
    rule: render(`why.rule.${topic}`, locale, slots),
    change: render(`why.change.${topic}`, locale, slots),
  };
}
