import { z } from "zod";

/** How the changes of a comparison are shown. */
export const CompareParams = z.object({
  view: z.enum(["sentences", "plan"]).catch("sentences"),
});
export type CompareView = z.infer<typeof CompareParams>["view"];
