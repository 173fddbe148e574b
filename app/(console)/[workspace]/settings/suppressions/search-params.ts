import { z } from "zod";
import { SUPPRESSION_REASONS } from "@/core/contracts/suppressions";
import { Channel } from "@/core/template/channel";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** The address of the list. What it cannot read is left out. */
export const SuppressionParams = z.object({
  channel: Channel.optional().catch(undefined),
  reason: z.enum(SUPPRESSION_REASONS).optional().catch(undefined),
  address: text,
  cursor: text,
});
export type SuppressionParams = z.infer<typeof SuppressionParams>;
