import { z } from "zod";
import { stepBase } from "./shared";

export const Close = z.strictObject({
  ...stepBase,
  kind: z.literal("close"),
  outcome: z.enum(["resolved", "expired", "canceled"]),
  note: z.string().max(500).optional(),
});
export type Close = z.infer<typeof Close>;
