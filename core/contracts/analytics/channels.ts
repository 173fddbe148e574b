import { z } from "zod";
import { Channel } from "@/core/template/channel";
import { Ratio, Scope } from "./shapes";
import { Opens } from "./summary";

const ChannelRow = z.object({
  channel: Channel,
  sent: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  failed: z.int(),
  notSent: z.int(),
  opens: Opens.nullable().meta({ description: "Email only" }),
  seen: z.int().nullable().meta({ description: "In the inbox only" }),
  clicked: Ratio,
  responded: z.int().meta({ description: "Responses after a message on it" }),
  respondedExactly: z.int(),
  respondedInstead: z.int().meta({ description: "Of these after one that stood in for another" }),
  replied: z.int(),
  complained: z.int(),
  optedOut: Ratio,
});
export type ChannelRow = z.infer<typeof ChannelRow>;

export const ChannelsReport = Scope.extend({ channels: z.array(ChannelRow) });
export type ChannelsReport = z.infer<typeof ChannelsReport>;
