import { type Definition, type StopRule, walk } from "./definition";

/** How a workflow version takes an event: by a stop rule, or only as an answer some step waits for. */
export type AnswerRule = Extract<StopRule, { event: string }>;

/** Every event that answers cases of this version, with the rule that says how. */
export function answerRules(definition: Definition): ReadonlyMap<string, AnswerRule[]> {
  const rules = new Map<string, AnswerRule[]>();
  const add = (rule: AnswerRule) => rules.set(rule.event, [...(rules.get(rule.event) ?? []), rule]);
  for (const rule of definition.stopsWhen) if ("event" in rule) add(rule);
  for (const { step } of walk(definition)) {
    if (step.kind !== "wait_for_response") continue;
    for (const match of step.what ?? []) {
      if (typeof match !== "object" || !("event" in match)) continue;
      // biome-ignore lint/suspicious/noThenProperty: the document's own word, fixed by the contract
      if (!rules.has(match.event)) add({ event: match.event, then: "respond" });
    }
  }
  return rules;
}

/** True when pressing this action resolves the case. */
export const resolvesByAction = (definition: Definition, action: string): boolean =>
  definition.stopsWhen.some((rule) => "action" in rule && rule.action === action);

export const resolvesByReply = (definition: Definition): boolean =>
  definition.stopsWhen.some((rule) => "reply" in rule);
