import { z } from "zod";
import { Channel } from "@/core/template/channel";
import type { MessageFilter } from "@/db/queries/messages";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

export const OUTCOMES = ["sent", "held", "not_sent", "failed"] as const;

/** The address of the message list. What it cannot read is left out. */
export const MessagesParams = z.object({
  channel: Channel.optional().catch(undefined),
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
  person: text,
  case: text,
  workflow: text,
  cursor: text,
});
export type MessagesParams = z.infer<typeof MessagesParams>;

export const filterOf = ({ cursor: _, ...filter }: MessagesParams): MessageFilter => filter;
