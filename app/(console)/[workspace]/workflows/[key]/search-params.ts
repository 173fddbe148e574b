import { z } from "zod";

const VERSION_MAX = 1_000_000;

/** Which document is read: a version, the draft, or what is live. */
export const WorkflowParams = z.object({
  version: z
    .union([z.literal("draft"), z.coerce.number().int().min(1).max(VERSION_MAX)])
    .optional()
    .catch(undefined),
});
export type WorkflowParams = z.infer<typeof WorkflowParams>;
