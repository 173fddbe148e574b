import { contentLabel } from "@/components/editor/editor-names";
import type { KnownContent } from "@/components/editor/forms/form-props";
import type { EditorFacts } from "@/core/workflow/editor-facts";

/** The contents a level can use, called by their subject or title. */
export const templatesFor = ({ templates }: Pick<EditorFacts, "templates">): KnownContent[] =>
  Object.entries(templates).map(([key, template]) => ({
    key,
    channel: template.channel,
    label: contentLabel(template) ?? key,
  }));
