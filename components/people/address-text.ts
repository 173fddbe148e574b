import type { Text } from "@/components/text/text";
import { readPushAddress } from "@/core/delivery/push-address";
import type { Channel } from "@/core/template/channel";

const END_CHARS = 4;

/** An address as people read it: of a browser the push service it listens to, and what tells it from others. */
export function addressText(t: Text, channel: Channel, address: string): string {
  const subscription = channel === "push" ? readPushAddress(address) : null;
  if (!subscription) return address;
  const { endpoint } = subscription;
  return t("push.browserAt", {
    service: new URL(endpoint).host,
    end: endpoint.slice(-END_CHARS),
  });
}
