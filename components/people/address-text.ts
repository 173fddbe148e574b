import type { Text } from "@/components/text/text";
import { browserOf } from "@/core/delivery/push-address";
import type { Channel } from "@/core/template/channel";

/** An address as people read it: of a browser the push service it listens to, and what tells it from others. */
export function addressText(t: Text, channel: Channel, address: string): string {
  const browser = channel === "push" ? browserOf(address) : null;
  return browser ? t("push.browserAt", browser) : address;
}
