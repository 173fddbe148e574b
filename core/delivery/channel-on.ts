import type { Channel } from "@/core/template/channel";
import type { PreferenceFacts, TopicFacts } from "./gate-input";

/**
 * Whether a channel is on for a topic: by the person's choice, or else by the topic's defaults, where
 * none are all of them. A webhook reaches a system and is on until it is switched off.
 */
export function isChannelOn(
  { defaultChannels }: Pick<TopicFacts, "defaultChannels">,
  chosen: PreferenceFacts["channels"] | null | undefined,
  channel: Channel,
): boolean {
  const isDefault = defaultChannels.length === 0 || defaultChannels.includes(channel);
  return chosen?.[channel] ?? (channel === "webhook" || isDefault);
}
