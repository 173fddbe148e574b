import { z } from "zod";
import { Channel } from "@/core/template/channel";
import { Content, Template } from "@/core/template/content";
import { keyed, sameKey } from "./keyed";

export const TemplateInput = Template.safeExtend(sameKey);
export type TemplateInput = z.infer<typeof TemplateInput>;

export const TemplateShape = z
  .object({
    key: z.string(),
    channel: Channel,
    topic: z.string().optional(),
    layout: z.string().optional(),
    content: Content,
    locales: z.record(z.string(), Content).optional(),
  })
  .meta({ description: "A message's words on one channel: Markdown with Liquid" });
export type TemplateShape = z.infer<typeof TemplateShape>;

export const templatesContract = keyed({
  noun: "templates",
  path: "/templates",
  tag: "Templates",
  name: "a template",
  input: TemplateInput,
  output: TemplateShape,
});
