import type { Starter } from "@/core/gallery/starter";
import { Channel } from "@/core/template/channel";

/** The channels a starter writes on, in the order of all lists of channels. */
export function channelsOf({ templates }: Pick<Starter, "templates">): Channel[] {
  const used = new Set(Object.values(templates).map(({ channel }) => channel));
  return Channel.options.filter((channel) => used.has(channel));
}
