import { z } from "zod";

/** In the address of a page of something that is not there yet: what it shall be called. */
export const NewName = z.object({
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
});
