import { z } from "zod";
import { ActionKind } from "@/core/template/content";

const RenderedAction = z.object({
  id: z.string(),
  label: z.string(),
  kind: ActionKind,
  url: z.string().nullable(),
  choices: z.array(z.string()),
});

/** The snapshot of what somebody got: templates resolved with the moment of sending; `body` is Markdown. */
export const RenderedContent = z.object({
  locale: z.string(),
  /** How an email of it looks; absent: as the workspace's brand says. */
  layout: z.string().optional(),
  subject: z.string().nullable(),
  preheader: z.string().nullable(),
  title: z.string().nullable(),
  body: z.string(),
  actions: z.array(RenderedAction),
  /** The matters it lists, where it stands for several messages; their buttons are their own. */
  items: z
    .array(
      z.object({
        messageId: z.string(),
        subject: z.string(),
        text: z.string(),
        due: z.string().nullable(),
        actions: z.array(RenderedAction),
      }),
    )
    .optional(),
});
export type RenderedContent = z.infer<typeof RenderedContent>;
