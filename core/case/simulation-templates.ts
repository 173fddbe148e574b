import type { Template } from "@/core/template/content";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { SimulationTemplates } from "./world-of";

/** The published contents with what a draft changed lying over them. */
export const templatesOver = (
  published: Readonly<Record<string, Template>>,
  drafts: DraftTemplates = {},
): SimulationTemplates => new Map(Object.entries({ ...published, ...drafts }));
