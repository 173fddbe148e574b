import { isBundled } from "@/core/delivery/bundle";
import {
  type CapFacts,
  type CountedMessage,
  type FrequencyLimits,
  isCounted,
} from "@/core/delivery/caps";
import { decide } from "@/core/delivery/decide";
import type {
  AddressFacts,
  GateInput,
  PreferenceFacts,
  RecipientFacts,
  SiblingFacts,
  TopicFacts,
} from "@/core/delivery/gate-input";
import {
  afterTelling,
  type HelperGap,
  helperGapMs,
  isToHelper,
  keepsGap,
} from "@/core/delivery/helper-gap";
import { reaches } from "@/core/delivery/reaches";
import { unwrittenVerdict } from "@/core/delivery/unwritten";
import type { Instant } from "@/core/time";
import type { SimulatedWords } from "./simulated-content";
import type { Deliver, Delivered, DeliveryView, Reaches, SimulatedMessage } from "./simulation";

/** A recipient as the gates see them, for one channel. */
export type SimulatedRecipient = {
  person: RecipientFacts | null;
  topic: TopicFacts | null;
  preference: PreferenceFacts | null;
  consent: boolean | null;
  addresses: readonly AddressFacts[];
};

type Gates = {
  /** Null: nothing is limited. What the person gets of other cases is not known to a simulation. */
  limits?: FrequencyLimits | null;
  /** What is stored about a message's recipient today. */
  recipientOf: (
    message: Pick<SimulatedMessage, "personId" | "channel" | "template">,
  ) => SimulatedRecipient;
  isLastReminder?: (message: SimulatedMessage) => boolean;
  /** Its words at that moment; null: not rendered. */
  wordsOf?: (message: SimulatedMessage, now: Instant, view: DeliveryView) => SimulatedWords | null;
};

/**
 * The production gates over a simulation: what was unsubscribed or bounced on the way counts as if
 * it had been stored. Words that cannot be rendered fail or hold their message, as delivery does.
 */
export function deliverByGates({
  limits = null,
  recipientOf,
  isLastReminder,
  wordsOf,
}: Gates): Deliver {
  const gapMs = helperGapMs(limits);
  /** Due to one helper at one moment: one list, though nothing held them. */
  const beside = new WeakSet<SimulatedMessage>();
  const isCollected = (message: SimulatedMessage, { collected }: DeliveryView) =>
    collected.has(message) || beside.has(message);

  /** Others of its person and channel that leave as one with it. */
  const collectedWith = (message: SimulatedMessage, view: DeliveryView) =>
    view.messages.filter(
      (other) =>
        other !== message &&
        isCollected(other, view) &&
        isSamePlace(other, message) &&
        isBundled(other.channel),
    );

  const joinsList = (message: SimulatedMessage, now: Instant, view: DeliveryView) =>
    isCollected(message, view) && collectedWith(message, view).some(({ sentAt }) => sentAt === now);

  function putTogether(message: SimulatedMessage, now: Instant, view: DeliveryView): void {
    if (gapMs === 0 || !keepsGap(message)) return;
    const due = view.messages.filter(
      (other) =>
        isSamePlace(other, message) &&
        isWaiting(other) &&
        (other === message || (view.lookAt.get(other) ?? now + 1) <= now),
    );
    if (due.length > 1) for (const one of due) beside.add(one);
  }

  function gapOf(message: SimulatedMessage, now: Instant, view: DeliveryView): HelperGap | null {
    if (gapMs === 0 || !keepsGap(message)) return null;
    const joins = joinsList(message, now, view);
    return view.messages.reduce<HelperGap>(
      (gap, { sentAt, ...one }) =>
        sentAt !== null && isSamePlace(one, message) ? afterTelling(gap, one.request, sentAt) : gap,
      { gapMs, escalatedAt: null, closedAt: null, joins },
    );
  }

  const capsOf = (message: SimulatedMessage, now: Instant, view: DeliveryView): CapFacts | null => {
    if (limits === null) return null;
    const counted = countedOf(message, view, (one) => recipientOf(one).topic);
    // What was never held itself leaves by itself, though a list leaves at the same moment.
    return { limits, counted, joins: joinsList(message, now, view) };
  };

  const alone: Deliver = (message, now, view) =>
    decided(message, now, view, {
      caps: capsOf(message, now, view),
      helper: gapOf(message, now, view),
    });

  return (message, now, view) => {
    putTogether(message, now, view);
    const delivered = alone(message, now, view);
    if (delivered.outcome !== "sent" || !isCollected(message, view)) return delivered;
    const joined = { caps: limits && { limits, counted: [], joins: true }, helper: null };
    const after = withSent(view, message, String(delivered.params.to), now);
    const others = collectedWith(message, view).filter(
      (other) =>
        isWaiting(other) &&
        (view.lookAt.get(other) ?? now + 1) <= now &&
        decided(other, now, after, joined).outcome === "sent",
    );
    // Of one case only the newest message speaks; what leaves with it ends as part of it.
    const place = view.messages.indexOf(message);
    const newest = others.findLast((other) => view.messages.indexOf(other) > place);
    if (!newest || !isBundled(message.channel)) return delivered;
    const params = { ...delivered.params, n: others.length, carrier: newest.id };
    return { ...delivered, code: "sent.merged", params };
  };

  function decided(
    message: SimulatedMessage,
    now: Instant,
    view: DeliveryView,
    { caps, helper }: Pick<GateInput, "caps" | "helper">,
  ): Delivered {
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
      caps,
      helper,
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
  }
}

/** As `deliverByGates`, for the channels that people prefer. */
export const reachByGates =
  (recipientOf: Gates["recipientOf"]): Reaches =>
  ({ personId, use, request, isLastReminder }, view, now) => {
    const message = { personId, channel: use.channel, template: use.template };
    const recipient = recipientOf(message);
    return reaches({
      message: { ...message, request },
      topic: recipient.topic,
      preference: preferenceNow(recipient, personId, view),
      isLastReminder,
      consent: recipient.consent,
      addresses: addressesNow(recipient, message, now, view),
    });
  };

/** What those decided about next see: whether somebody was told of the case can hang on this very message. */
const withSent = (
  view: DeliveryView,
  message: SimulatedMessage,
  to: string,
  sentAt: Instant,
): DeliveryView => ({
  ...view,
  messages: view.messages.map((one) =>
    one === message ? { ...one, status: "sent", to, sentAt } : one,
  ),
});

const isWaiting = ({ status }: SimulatedMessage) => status === "planned" || status === "held";

type Placed = Pick<SimulatedMessage, "personId" | "channel" | "request">;

/** Of the same person and channel, and both because of their duty or neither. */
const isSamePlace = (a: Placed, b: Placed) =>
  a.personId === b.personId &&
  a.channel === b.channel &&
  isToHelper(a.request) === isToHelper(b.request);

/** What the person got; what left together counts once. */
function countedOf(
  { personId }: SimulatedMessage,
  { messages, collected }: DeliveryView,
  topicOf: (message: SimulatedMessage) => TopicFacts | null,
): CountedMessage[] {
  const counted = new Map<string, CountedMessage>();
  for (const one of messages) {
    const { sentAt, channel } = one;
    if (one.personId !== personId || one.status !== "sent" || sentAt === null) continue;
    if (!isCounted({ message: one, topic: topicOf(one) })) continue;
    const isBundle = collected.has(one) && isBundled(channel);
    counted.set(isBundle ? `${sentAt} ${channel}` : one.id, { at: sentAt, channel });
  }
  return [...counted.values()];
}

/** Everybody exists, has a good address on every channel and wants everything. */
export const deliverToEveryone = (zone: string, topic = ""): Deliver =>
  deliverByGates({
    recipientOf: ({ personId, channel }) => ({
      person: {
        erased: false,
        zone,
        ownZone: zone,
        location: null,
        pausedUntil: null,
        quietHours: [],
      },
      topic: { key: topic, required: false, defaultChannels: [] },
      preference: null,
      consent: true,
      addresses: [{ address: `${personId} ${channel}`, verified: true, suppressed: null }],
    }),
  });

function preferenceNow(
  { preference, topic }: SimulatedRecipient,
  personId: string,
  { unsubscribed }: Pick<DeliveryView, "unsubscribed">,
): PreferenceFacts | null {
  if (topic === null || !unsubscribed.has(`${personId} ${topic.key}`)) return preference;
  const before = preference ?? { frequency: "as_it_happens", digestAt: null, channels: {} };
  return { ...before, channels: { ...before.channels, email: false } };
}

function addressesNow(
  { addresses }: SimulatedRecipient,
  { personId, channel }: Pick<SimulatedMessage, "personId" | "channel">,
  now: Instant,
  { bounced }: Pick<DeliveryView, "bounced">,
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
