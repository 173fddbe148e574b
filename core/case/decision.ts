import { z } from "zod";

/**
 * One line of the timeline as it is stored: a code and its values, never a sentence.
 * `evidence` holds the inputs as they were evaluated.
 */
export const Decision = z.object({
  code: z.string(),
  step: z.string().nullable().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  evidence: z.record(z.string(), z.unknown()).optional(),
});
export type Decision = z.infer<typeof Decision>;
