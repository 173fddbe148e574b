import { conditionSentence } from "@/core/sentence/condition-sentence";
import type { Names } from "@/core/sentence/names";
import { conditionNames } from "@/core/workflow/condition-names";
import { type Definition, walk } from "@/core/workflow/definition";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import type { EditorFacts } from "@/core/workflow/editor-facts";

/** Names for what a definition refers to by key; contents are called by their subject or title. */
export function editorNames(
  facts: EditorFacts,
  { definition, contents }: Pick<WorkflowDocument, "definition" | "contents">,
  locale: string,
): Names {
  const named = (list: readonly { key: string; name: string }[]) => {
    const names = new Map(list.map(({ key, name }) => [key, name]));
    return (key: string) => names.get(key);
  };
  const template = (key: string) => contentLabel(contents[key] ?? facts.templates[key]);
  const inConditions = conditionNames(definition, template);
  const people = new Map(facts.people.map(({ id, name }) => [id, name]));
  return {
    team: named(facts.teams),
    topic: named(facts.topics),
    policy: named(facts.policies),
    rota: named(facts.rotas),
    person: (id) => people.get(id) ?? undefined,
    template,
    condition: (cel) => conditionSentence(cel, { locale, names: inConditions }),
  };
}

type Written = { content: { subject?: string | undefined; title?: string | undefined } };

/** What the names in conditions are made of, in one text: while it is the same, so are they. */
export function spokenIn(definition: Definition): string {
  const places = [...walk(definition)];
  const conditions = [
    definition.start?.where,
    ...definition.stopsWhen.map((rule) => ("event" in rule ? rule.when : "")),
    ...places.flatMap(({ step }) => (step.kind === "branch" ? step.paths.map((p) => p.when) : [])),
  ].join(" ");
  const named = places.flatMap(({ step }) =>
    conditions.includes(step.id)
      ? [[step.id, step.title, step.kind === "send" ? (step.channels ?? step.anyOf) : null]]
      : [],
  );
  return JSON.stringify([definition.data, named]);
}

/** “Your invoice”: what a content says first, with its variables in the brackets of slots. */
export function contentLabel(template: Written | undefined): string | undefined {
  const { subject = "", title = "" } = template?.content ?? {};
  const text = (subject || title).trim();
  if (text === "") return undefined;
  return text
    .replace(/\{\{-?\s*([^|}]+?)\s*(?:\|[^}]*)?-?\}\}/g, "[$1]")
    .replace(/\{%.*?%\}/g, "")
    .trim();
}
