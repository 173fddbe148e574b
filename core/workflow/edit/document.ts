import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "../definition";

/**
 * What the editor works on, saves and undoes as one: the workflow's name, its definition, and the
 * contents this draft has changed, by the key of their template.
 */
export type WorkflowDocument = {
  name: string;
  definition: Definition;
  contents: DraftTemplates;
};

/** One text for documents that say the same, whatever the order of their fields. */
export const documentText = (document: WorkflowDocument): string => canonicalText(document);

/** JSON with sorted keys and without what is undefined. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
