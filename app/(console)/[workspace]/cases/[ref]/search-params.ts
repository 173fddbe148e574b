import { z } from "zod";

export const SHOWN = ["all", "messages", "decisions", "people", "system"] as const;
export const ORDERS = ["newest", "oldest"] as const;

/** Which lines of the timeline are shown, in which order, and the step asked “why not?” about. */
export const CaseParams = z.object({
  show: z.enum(SHOWN).catch("all"),
  order: z.enum(ORDERS).catch("newest"),
  whynot: z.string().max(128).optional().catch(undefined),
  /** Every line of a long timeline. */
  full: z.literal("1").optional().catch(undefined),
});
export type CaseParams = z.infer<typeof CaseParams>;
export type Shown = CaseParams["show"];

/** The address of the same page with other choices; what is the default is left out. */
export function caseHref(path: string, params: Partial<CaseParams>): string {
  const search = new URLSearchParams();
  if (params.show && params.show !== "all") search.set("show", params.show);
  if (params.order && params.order !== "newest") search.set("order", params.order);
  if (params.whynot) search.set("whynot", params.whynot);
  if (params.full) search.set("full", "1");
  return search.size === 0 ? path : `${path}?${search}`;
}
