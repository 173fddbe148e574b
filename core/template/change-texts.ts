import type { DraftContent, DraftTemplate } from "./draft-template";
import { withWords } from "./translation";

/** A template with each of its texts changed, in every language, down to what stands on its buttons. */
export function withTexts(draft: DraftTemplate, change: (text: string) => string): DraftTemplate {
  const languages = Object.entries(draft.locales ?? {});
  return languages.reduce(
    (next, [tag, words]) => withWords(next, tag, changed(words, change)),
    withWords(draft, null, changed(draft.content, change)),
  );
}

function changed(content: DraftContent, change: (text: string) => string): DraftContent {
  const { subject, preheader, title, actions } = content;
  return {
    ...content,
    body: change(content.body),
    ...(subject !== undefined && { subject: change(subject) }),
    ...(preheader !== undefined && { preheader: change(preheader) }),
    ...(title !== undefined && { title: change(title) }),
    ...(actions && {
      actions: actions.map((action) => ({
        ...action,
        label: change(action.label),
        ...(action.url !== undefined && { url: change(action.url) }),
        ...(action.choices && { choices: action.choices.map(change) }),
      })),
    }),
  };
}
