import { z } from "zod";
import { Key } from "@/core/ids";
import { Channel } from "./channel";
import {
  ACTIONS_MAX,
  ActionKind,
  BODY_CHARS_MAX,
  CHOICES_MAX,
  LABEL_CHARS_MAX,
  SUBJECT_CHARS_MAX,
  Template,
  TranslatedFrom,
  URL_CHARS_MAX,
} from "./content";
import { LOCALES_MAX, Locale } from "./locale";

const Text = z.string().max(SUBJECT_CHARS_MAX);

/** A button that may still lack its words. */
const DraftAction = z.strictObject({
  id: Key,
  label: z.string().max(LABEL_CHARS_MAX),
  kind: ActionKind,
  url: z.string().max(URL_CHARS_MAX).optional(),
  choices: z.array(z.string().max(LABEL_CHARS_MAX)).max(CHOICES_MAX).optional(),
  resolves: z.boolean().optional(),
});
export type DraftAction = z.infer<typeof DraftAction>;

/** Words that are still being written: anything may be empty. */
const DraftContent = z.strictObject({
  subject: Text.optional(),
  preheader: Text.optional(),
  title: Text.optional(),
  body: z.string().max(BODY_CHARS_MAX),
  actions: z.array(DraftAction).max(ACTIONS_MAX).optional(),
  translatedFrom: TranslatedFrom.optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;

/**
 * A template as a draft may hold it, so that nothing that was typed is lost. Publishing takes only
 * what `Template` accepts.
 */
export const DraftTemplate = z.strictObject({
  channel: Channel,
  topic: Key.optional(),
  layout: Key.optional(),
  content: DraftContent,
  locales: z
    .record(Locale, DraftContent)
    .refine((locales) => Object.keys(locales).length <= LOCALES_MAX, {
      message: `at most ${LOCALES_MAX} languages`,
    })
    .optional(),
});
export type DraftTemplate = z.infer<typeof DraftTemplate>;

export const DRAFT_TEMPLATES_MAX = 300;

/** The contents a draft has changed, by the key of their template. */
export const DraftTemplates = z
  .record(Key, DraftTemplate)
  .refine((all) => Object.keys(all).length <= DRAFT_TEMPLATES_MAX, {
    message: `at most ${DRAFT_TEMPLATES_MAX} contents`,
  });
export type DraftTemplates = z.infer<typeof DraftTemplates>;

/** The template when it is finished; otherwise what is missing, each with its place. */
export function finished(
  draft: DraftTemplate,
): { ok: true; template: Template } | { ok: false; issues: { path: string; message: string }[] } {
  const parsed = Template.safeParse(draft);
  if (parsed.success) return { ok: true, template: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  return { ok: false, issues };
}
