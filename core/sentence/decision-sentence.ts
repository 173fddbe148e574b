import type { Decision } from "@/core/case/decision";
import { becauseOf, reasonOf } from "./because";
import { isBecauseCode, isDecisionCode } from "./codes";
import { classOf, type DecisionClass } from "./decision-class";
import { type DecisionOptions, type StoredParams, slotsOf } from "./param-slots";
import { textOf } from "./param-text";
import { render } from "./render";

export type SentenceLine = { class: DecisionClass; sentence: string; because: string | null };

/**
 * A line of the timeline in words. Params come from the database and may hold anything: what is
 * missing is left out or reads “unknown”. A code this version does not know is shown as it is.
 */
export function decisionSentence(decision: Decision, options: DecisionOptions): SentenceLine {
  const { code } = decision;
  const condition = decision.evidence?.condition;
  const params = { ...(condition !== undefined && { condition }), ...decision.params };
  return {
    class: classOf(code),
    sentence: codeSentence(code, params, options),
    because: becauseOfDecision(code, params, options),
  };
}

/** The sentence of one code, also for the reason of a message. */
export function codeSentence(code: string, params: StoredParams, options: DecisionOptions): string {
  const { locale } = options;
  if (isDecisionCode(code)) return render(code, locale, slotsOf(code, params, options));
  const shown = textOf(code) ?? render("word.unknown", locale);
  return render("word.other_decision", locale, { code: shown });
}

/** An explicit `because` in the params wins; otherwise the codes that carry their own rule or event. */
function becauseOfDecision(
  code: string,
  params: StoredParams,
  options: DecisionOptions,
): string | null {
  // A message that was sent carries its rule as its own params.
  const given = reasonOf(code === "sent.plan" ? params : params.because);
  if (given) return becauseOf(given, options);
  if (typeof params.because === "string" && !isDecisionCode(params.because)) {
    return textOf(params.because);
  }
  const explainsItself = code === "case.opened" || code === "wait.started" || code === "wait.ended";
  return explainsItself && isBecauseCode(code) ? becauseOf({ code, params }, options) : null;
}
