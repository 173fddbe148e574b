import { z } from "zod";
import { Key } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { inLanguage } from "@/core/template/in-language";
import { LOCALES_MAX, Locale } from "@/core/template/locale";

export const BODY_CHARS_MAX = 64 * 1024;
export const SUBJECT_CHARS_MAX = 500;
export const LABEL_CHARS_MAX = 120;
export const URL_CHARS_MAX = 2_000;
export const ACTIONS_MAX = 6;
export const CHOICES_MAX = 10;
const MARK_CHARS_MAX = 20;
/** Marks of the words a translation was made from; more than a template has texts. */
export const MARKS_MAX = 500;

export const ActionKind = z.enum([
  "complete",
  "link",
  "choice",
  "reply",
  "snooze",
  "acknowledge",
  "take_over",
  "hand_over",
  "need_help",
]);
export type ActionKind = z.infer<typeof ActionKind>;

/** Something the reader can press. `resolves` unset means: resolves when `stopsWhen` names it. */
export const Action = z
  .strictObject({
    id: Key,
    label: z.string().trim().min(1, "a button needs a label").max(LABEL_CHARS_MAX),
    kind: ActionKind,
    url: z.string().min(1).max(URL_CHARS_MAX).optional(),
    choices: z.array(z.string().trim().min(1).max(LABEL_CHARS_MAX)).max(CHOICES_MAX).optional(),
    resolves: z.boolean().optional(),
  })
  .superRefine((action, context) => {
    if (action.kind === "link" && action.url === undefined) {
      context.addIssue({
        code: "custom",
        path: ["url"],
        message: "a link needs a url",
      });
    }
    if (action.kind === "choice" && (action.choices ?? []).length === 0) {
      context.addIssue({
        code: "custom",
        path: ["choices"],
        message: "a choice needs choices",
      });
    }
  });
export type Action = z.infer<typeof Action>;

export const TranslatedFrom = z.array(z.string().min(1).max(MARK_CHARS_MAX)).max(MARKS_MAX);

/**
 * One message's words: every text is Liquid, `body` is Markdown with Liquid. `translatedFrom`, in the
 * content of another language, is the editor's: marks of the default words it was made from.
 */
export const Content = z.strictObject({
  subject: z.string().max(SUBJECT_CHARS_MAX).optional(),
  preheader: z.string().max(SUBJECT_CHARS_MAX).optional(),
  title: z.string().max(SUBJECT_CHARS_MAX).optional(),
  body: z.string().min(1, "a message needs a body").max(BODY_CHARS_MAX),
  actions: z
    .array(Action)
    .max(ACTIONS_MAX)
    .refine((actions) => new Set(actions.map((action) => action.id)).size === actions.length, {
      message: "two actions have the same id",
    })
    .optional(),
  translatedFrom: TranslatedFrom.optional(),
});
export type Content = z.infer<typeof Content>;

/** A message template of one channel, in its own language and any number of others. */
export const Template = z
  .strictObject({
    channel: Channel,
    topic: Key.optional(),
    /** How an email looks; absent: as the workspace's brand says. */
    layout: Key.optional(),
    content: Content,
    locales: z
      .record(Locale, Content)
      .refine((locales) => Object.keys(locales).length <= LOCALES_MAX, {
        message: `at most ${LOCALES_MAX} languages`,
      })
      .optional(),
  })
  .superRefine((template, context) => {
    if (template.channel !== "email") return;
    const without = (content: Content) => (content.subject ?? "").trim() === "";
    const message = "an email needs a subject";
    if (without(template.content)) {
      context.addIssue({
        code: "custom",
        path: ["content", "subject"],
        message,
      });
    }
    for (const [locale, content] of Object.entries(template.locales ?? {})) {
      if (without(content)) {
        context.addIssue({
          code: "custom",
          path: ["locales", locale, "subject"],
          message,
        });
      }
    }
  });
export type Template = z.infer<typeof Template>;

/**
 * The content for a reader's locale: the exact tag, then each shorter one (`de-AT` → `de`), then the
 * same for `home`, the workspace's locale, then the template's own content.
 */
export const pickContent = (
  { content, locales }: Pick<Template, "content" | "locales">,
  locale: string,
  home: string,
): Content => inLanguage({ own: content, others: locales }, { locale, home });
