import { z } from "zod";

/** Which stretch of the list of versions is shown: those before this cursor. */
export const VersionsParams = z.object({
  cursor: z.string().max(200).optional().catch(undefined),
});
