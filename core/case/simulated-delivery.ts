import { decide } from "@/core/delivery/decide";
import type {
  AddressFacts,
  PreferenceFacts,
  RecipientFacts,
  SiblingFacts,
  TopicFacts,
} from "@/core/delivery/gate-input";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Deliver, DeliveryView, SimulatedMessage } from "./simulation";

/** A recipient as the gates see them, for one channel. */
export type SimulatedRecipient = {
  person: RecipientFacts | null;
  topic: TopicFacts | null;
  preference: PreferenceFacts | null;
  consent: boolean | null;
  addresses: readonly AddressFacts[];
};

/**
 * The production gates over a simulation: what was unsubscribed or bounced on the way counts as if
 * it had been stored. `recipientOf` gives what is stored about a person today.
 */
export function deliverByGates(
  recipientOf: (personId: string, channel: Channel) => SimulatedRecipient,
  isLastReminder: (message: SimulatedMessage) => boolean = () => false,
): Deliver {
  return (message, now, view) => {
    const recipient = recipientOf(message.personId, message.channel);
    const { id, step, visit, personId, channel, template, plannedAt, request } = message;
    const verdict = decide({
      now,
      message: { id, step, visit, personId, channel, template, plannedAt, request },
      case: view.state,
      ...recipient,
      preference: preferenceNow(recipient, personId, view),
      isLastReminder: isLastReminder(message),
      addresses: addressesNow(recipient, message, now, view),
      siblings: view.messages.filter((sibling) => sibling.id !== id).map(asSibling),
    });
    if (verdict.kind === "send") {
      const code = request.by === undefined ? "sent.plan" : "sent.manual";
      return { outcome: "sent", code, params: { to: verdict.to } };
    }
    const { code, params } = verdict;
    if (verdict.kind === "hold") return { outcome: { heldUntil: verdict.until }, code, params };
    return { outcome: "not_sent", code, params };
  };
}

/** Everybody exists, has a good address on every channel and wants everything. */
export const deliverToEveryone = (zone: string): Deliver =>
  deliverByGates((personId, channel) => ({
    person: { erased: false, zone, pausedUntil: null, quietHours: [] },
    topic: { key: "", required: false, defaultChannels: [] },
    preference: null,
    consent: true,
    addresses: [{ address: `${personId} ${channel}`, verified: true, suppressed: null }],
  }));

function preferenceNow(
  { preference }: SimulatedRecipient,
  personId: string,
  { unsubscribed }: DeliveryView,
): PreferenceFacts | null {
  if (!unsubscribed.has(personId)) return preference;
  return { channels: {}, digestAt: null, ...preference, frequency: "off" };
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
