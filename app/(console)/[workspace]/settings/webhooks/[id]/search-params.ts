import { z } from "zod";

export const FILTERS = ["waiting", "delivered", "failed"] as const;

/** The address of an endpoint's log. What it cannot read is left out. */
export const LogParams = z.object({
  status: z.enum(FILTERS).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});
export type LogParams = z.infer<typeof LogParams>;
