import { decide } from "@/core/delivery/decide";
import type {
  AddressFacts,
  PreferenceFacts,
  RecipientFacts,
  SiblingFacts,
  TopicFacts,
} from "@/core/delivery/gate-input";
import { unwrittenVerdict } from "@/core/delivery/unwritten";
import type { Instant } from "@/core/time";
import type { SimulatedWords } from "./simulated-content";
import type { Deliver, DeliveryView, SimulatedMessage } from "./simulation";

/** A recipient as the gates see them, for one channel. */
export type SimulatedRecipient = {
  person: RecipientFacts | null;
  topic: TopicFacts | null;
  preference: PreferenceFacts | null;
  consent: boolean | null;
  addresses: readonly AddressFacts[];
};

type Gates = {
  /** What is stored about a message's recipient today. */
  recipientOf: (message: SimulatedMessage) => SimulatedRecipient;
  isLastReminder?: (message: SimulatedMessage) => boolean;
  /** Its words at that moment; null: not rendered. */
  wordsOf?: (message: SimulatedMessage, now: Instant, view: DeliveryView) => SimulatedWords | null;
};

/**
 * The production gates over a simulation: what was unsubscribed or bounced on the way counts as if
 * it had been stored. Words that cannot be rendered fail or hold their message, as delivery does.
 */
export function deliverByGates({ recipientOf, isLastReminder, wordsOf }: Gates): Deliver {
  return (message, now, view) => {
    const recipient = recipientOf(message);
    const { id, step, visit, personId, channel, template, plannedAt, request } = message;
    const verdict = decide({
      now,
      message: { id, step, visit, personId, channel, template, plannedAt, request },
      case: view.state,
      ...recipient,
      preference: preferenceNow(recipient, personId, view),
      isLastReminder: isLastReminder?.(message) ?? false,
      addresses: addressesNow(recipient, message, now, view),
      siblings: view.messages.filter((sibling) => sibling.id !== id).map(asSibling),
    });
    if (verdict.kind === "send") {
      const words = wordsOf?.(message, now, view) ?? null;
      if (words && !words.ok) {
        const unwritten = unwrittenVerdict(words, { plannedAt, now });
        const { code, params } = unwritten;
        if (unwritten.kind === "failed") return { outcome: "failed", code, params };
        return { outcome: { heldUntil: unwritten.until }, code, params };
      }
      const code = request.by === undefined ? "sent.plan" : "sent.manual";
      const content = words?.content ?? null;
      return { outcome: "sent", code, params: { to: verdict.to }, content };
    }
    const { code, params } = verdict;
    if (verdict.kind === "hold") return { outcome: { heldUntil: verdict.until }, code, params };
    return { outcome: "not_sent", code, params };
  };
}

/** Everybody exists, has a good address on every channel and wants everything. */
export const deliverToEveryone = (zone: string, topic = ""): Deliver =>
  deliverByGates({
    recipientOf: ({ personId, channel }) => ({
      person: { erased: false, zone, pausedUntil: null, quietHours: [] },
      topic: { key: topic, required: false, defaultChannels: [] },
      preference: null,
      consent: true,
      addresses: [{ address: `${personId} ${channel}`, verified: true, suppressed: null }],
    }),
  });

function preferenceNow(
  { preference, topic }: SimulatedRecipient,
  personId: string,
  { unsubscribed }: DeliveryView,
): PreferenceFacts | null {
  if (topic === null || !unsubscribed.has(`${personId} ${topic.key}`)) return preference;
  const before = preference ?? { frequency: "as_it_happens", digestAt: null, channels: {} };
  return { ...before, channels: { ...before.channels, email: false } };
}

function addressesNow(
  { addresses }: SimulatedRecipient,
  { personId, channel }: SimulatedMessage,
  now: Instant,
  { bounced }: DeliveryView,
): readonly AddressFacts[] {
  if (!bounced.has(`${personId} ${channel}`)) return addresses;
  return addresses.map((a) => ({ ...a, suppressed: { reason: "bounced", at: now } }));
}

function asSibling(message: SimulatedMessage): SiblingFacts {
  const { id, step, visit, channel, personId, template, status, to } = message;
  const { sentAt, deliveredAt, openedAt, clickedAt, repliedAt } = message;
  const moments = { sentAt, deliveredAt, openedAt, clickedAt, repliedAt };
  return { id, step, visit, channel, personId, template, status, to, ...moments };
}
