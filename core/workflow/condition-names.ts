import type { ConditionNames } from "@/core/sentence/condition-sentence";
import { schemaAt, titleIn } from "./data-fields";
import { type Definition, walk } from "./definition";
import { channelOf } from "./steps/shared";

/**
 * What conditions of this workflow call fields and steps: a field by the title its data schema gives,
 * a step by its title or the content it sends. `content` names a content by its key.
 */
export function conditionNames(
  definition: Definition,
  content: (key: string) => string | undefined = () => undefined,
): { [Name in keyof ConditionNames]-?: NonNullable<ConditionNames[Name]> } {
  const steps = new Map(
    [...walk(definition)].map(({ step }) => {
      const [first] = step.kind === "send" ? (step.channels ?? step.anyOf ?? []) : [];
      const key = first && channelOf(first).template;
      return [step.id, step.title ?? (key && (content(key) ?? key))];
    }),
  );
  return {
    field: (path) => {
      const schema = schemaAt(definition.data, path);
      return (schema && titleIn(schema)) ?? undefined;
    },
    step: (id) => steps.get(id),
  };
}
