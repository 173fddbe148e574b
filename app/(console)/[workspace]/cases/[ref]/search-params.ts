import { z } from "zod";

export const SHOWN = ["all", "messages", "decisions", "people"] as const;

/** Which lines of the timeline are shown. */
export const CaseParams = z.object({ show: z.enum(SHOWN).catch("all") });
export type Shown = z.infer<typeof CaseParams>["show"];
