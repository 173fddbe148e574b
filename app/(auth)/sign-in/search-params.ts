import { z } from "zod";

/** `?next=` where to go on, `?after=reset` where from, `?with=backup` for a backup code. */
export const SignInParams = z.object({
  next: z.string().optional().catch(undefined),
  after: z.enum(["reset"]).optional().catch(undefined),
  with: z.enum(["backup"]).optional().catch(undefined),
});
