import { z } from "zod";

/** An attempt at a message that did not end in its being taken; moments in milliseconds. */
export const Tried = z.object({
  at: z.number(),
  provider: z.string(),
  /** `lost`: nobody knows its end. */
  end: z.enum(["refused", "lost"]),
  /** The provider's own words; null when there were none. */
  text: z.string().nullable(),
});
export type Tried = z.infer<typeof Tried>;

/** Kept of one message; the oldest are forgotten. */
export const TRIED_MAX = 20;
