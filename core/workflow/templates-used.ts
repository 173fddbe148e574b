import type { Template } from "@/core/template/content";
import { type Definition, walk } from "./definition";
import { usesOf } from "./problems/channel-uses";
import type { WorkflowFacts } from "./problems/problem";

/**
 * The keys of all contents a workflow sends, in reading order, each once; those of the policies it
 * names are among them where `facts` know their ladders.
 */
export function templatesUsed(
  definition: Definition,
  facts: Pick<WorkflowFacts, "ladders"> = {},
): string[] {
  const keys = [...walk(definition)].flatMap((place) =>
    usesOf(place, facts).map((use) => use.template),
  );
  return [...new Set(keys)];
}

/** The keys of the escalation policies a workflow names, each once. */
export function policiesUsed(definition: Definition): string[] {
  const keys = [...walk(definition)].flatMap(({ step }) =>
    step.kind === "escalate" && step.policy !== undefined ? [step.policy] : [],
  );
  return [...new Set(keys)];
}

/** The names of the buttons a workflow's messages have, and of those that stop it. */
export function actionsSent(
  definition: Definition,
  templates: Readonly<Record<string, Pick<Template, "content">>>,
): string[] {
  const sent = templatesUsed(definition).flatMap((key) =>
    (templates[key]?.content.actions ?? []).map(({ id }) => id),
  );
  const stops = definition.stopsWhen.flatMap((rule) => ("action" in rule ? [rule.action] : []));
  return [...new Set([...sent, ...stops])];
}
