import { z } from "zod";
import type { PreviewSettings } from "@/components/contents/preview-controls";

const text = z.string().max(200).optional().catch(undefined);

/** The address of a template's page: what its preview shows. */
export const TemplateParams = z.object({
  view: z.enum(["write", "preview"]).catch("write"),
  /** The language that is written in. */
  words: text,
  /** The default words beside it. */
  side: z.enum(["on", "off"]).catch("off"),
  person: text,
  language: text,
  device: z.enum(["desktop", "phone", "watch"]).catch("desktop"),
  scheme: z.enum(["light", "dark"]).catch("light"),
  images: z.enum(["on", "off"]).catch("on"),
  part: z.enum(["html", "text"]).catch("html"),
  data: z.enum(["there", "missing"]).catch("there"),
});
export type TemplateParams = z.infer<typeof TemplateParams>;

/** What a preview begins with; without a person in the address, the first one there is. */
export const settingsIn = (given: TemplateParams): Partial<PreviewSettings> => ({
  ...(given.person === undefined ? {} : { personId: given.person || null }),
  language: given.language ?? null,
  device: given.device,
  scheme: given.scheme,
  images: given.images === "on",
  part: given.part,
  isDataMissing: given.data === "missing",
});

/** The settings of a preview as they stand in an address; what it begins with anyway is left out. */
export const paramsOf = (settings: PreviewSettings): Record<string, string | null> => ({
  person: settings.personId ?? "",
  language: settings.language,
  device: settings.device === "desktop" ? null : settings.device,
  scheme: settings.scheme === "dark" ? "dark" : null,
  images: settings.images ? null : "off",
  part: settings.part === "text" ? "text" : null,
  data: settings.isDataMissing ? "missing" : null,
});
