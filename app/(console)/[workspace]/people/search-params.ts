import { z } from "zod";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** The address of one person: where the timeline and the history of consents go on. */
export const PersonParams = z.object({
  before: text,
  consents: text,
});
