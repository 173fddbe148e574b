import { addressUsable, consentGiven, topicWanted } from "./decide";
import type { ReachInput } from "./gate-input";

/**
 * Whether a channel reaches its person for a message, as the gates of delivery see it: it is on for
 * the topic, agreed to, and has an address that is verified and not suppressed.
 */
export const reaches = (input: ReachInput): boolean =>
  [topicWanted, consentGiven, addressUsable].every((gate) => gate(input) === null);
