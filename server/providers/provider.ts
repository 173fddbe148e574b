import type { Blame } from "@/core/channel/circuit";
import type { AttemptRefusal } from "@/core/delivery/attempts";

/** An email as it goes on the wire. `headers` are those the parties to mail look at beside these. */
export type OutgoingEmail = {
  /** The message's own id: the same for every attempt, so that a provider can refuse a repeat. */
  id: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** `<id@domain>`, the same for every attempt. */
  messageId: string;
  headers: Readonly<Record<string, string>>;
  /** Where answers go; absent: to the sender. */
  replyTo?: string;
  /** Where servers tell of what they cannot deliver, for a provider that lets us say so. */
  bounceTo?: string;
};

export type OutgoingSms = { body: string };

/** What a browser shows; `url` is where a press leads. A later one of the same `tag` takes its place. */
export type OutgoingPush = {
  title: string;
  body: string;
  url: string;
  tag: string;
  /** Whether a sleeping phone is woken for it. */
  isUrgent: boolean;
};

/** What a webhook is told: the body of the request, as Standard Webhooks shapes it. */
export type OutgoingEvent = {
  type: "channel.message";
  /** RFC 3339, when it was planned: the same for every attempt. */
  timestamp: string;
  data: {
    id: string;
    caseId: string;
    caseSubject: string;
    personId: string;
    topic: string | null;
    locale: string;
    title: string;
    /** Plain text; `markdown` is the same with its marks. */
    text: string;
    markdown: string;
    /** Where each button leads. */
    actions: { id: string; label: string; url: string }[];
    /** The message as a page. */
    url: string;
  };
};

type Wire = { email: OutgoingEmail; sms: OutgoingSms; push: OutgoingPush; webhook: OutgoingEvent };

/** The channels that leave through a provider; in-app messages never do. */
export const OUTGOING_CHANNELS = [
  "email",
  "sms",
  "push",
  "webhook",
] as const satisfies (keyof Wire)[];
export type OutgoingChannel = (typeof OUTGOING_CHANNELS)[number];

/**
 * What the provider of a channel is given; it composes what it puts on its wire. `id` is the message's
 * own: the idempotency key. `to` is an email address, a number in E.164, a browser's push subscription
 * (as `PushSubscription`'s JSON), or the address a webhook is called at.
 */
export type OutgoingOf<C extends OutgoingChannel> = {
  channel: C;
  id: string;
  to: string;
  compose: () => Wire[C];
};

export type Outgoing = { [C in OutgoingChannel]: OutgoingOf<C> }[OutgoingChannel];

/** What became of one attempt. */
export type Delivery = { ok: true; providerMessageId: string } | Refusal;

export type Refusal = AttemptRefusal & {
  /**
   * Who is in the way of every message and not only of this one: the provider, which does not answer,
   * the account, which it refuses (credentials, standing, quota), or our guard, which does not let the
   * account's address be called. Absent: this message.
   */
  blame?: Blame;
  /** Nobody is at this address any more, or whoever is there said stop: it is not written to again. */
  addressGone?: "bounced" | "stopped";
};

/** What became of one call for several messages. */
export type BatchDelivery =
  /** All were taken; an id for each, in their order. */
  | { ok: true; providerMessageIds: readonly string[] }
  /** None was taken, or nobody knows (`maybeSent`); the same for all. */
  | Refusal
  /** None was taken, because of one of them or of the call: each is to be sent by itself. */
  | { ok: false; apart: true; reason: string };

/** Several messages in one call, taken all or none. */
export type BatchSender = {
  sizeMax: number;
  /** Fewer leave one by one. */
  sizeMin: number;
  /** `key`: the same call given twice is carried out once. */
  send(messages: readonly Outgoing[], key: string, signal: AbortSignal): Promise<BatchDelivery>;
};

/** One way to the outside world. What goes wrong there is a `Delivery`; throwing is a bug. */
export type Provider = {
  name: string;
  channel: OutgoingChannel;
  /** Whether the same id given twice is delivered once: then an attempt of unknown end is repeated. */
  idempotent: boolean;
  /** How long it knows an id, from the first attempt; absent: for as long as messages are retried. */
  idempotentForMs?: number;
  /** For a provider without idempotency: what to do with an attempt nobody knows the end of. */
  whenUnknown: "give_up" | "retry";
  concurrencyMax: number;
  /** Calls a second that all workers make together; absent: as many as they can. */
  ratePerSecond?: number;
  /** Sender of its emails, as `EMAIL_FROM` is written; absent: the configured one. */
  from?: string;
  /**
   * The address of messages to people who have none of their own on this channel: a team's channel. It
   * may be a name that only this provider knows the rest of.
   */
  defaultTo?: string;
  /** Absent: one call for each message. */
  batch?: BatchSender;
  /** Whether it reaches an address of its channel; absent: all of them. */
  takes?(address: string): boolean;
  send(message: Outgoing, signal: AbortSignal): Promise<Delivery>;
  close?(): Promise<void>;
};

/** The `send` of a channel's provider. Another channel's message is a bug of the caller, and throws. */
export function sends<C extends OutgoingChannel>(
  channel: C,
  send: (message: OutgoingOf<C>, signal: AbortSignal) => Promise<Delivery>,
): Provider["send"] {
  const isOurs = (message: Outgoing): message is Extract<Outgoing, OutgoingOf<C>> =>
    message.channel === channel;
  return async (message, signal) => {
    if (!isOurs(message))
      throw new Error(`A ${message.channel} message cannot leave as ${channel}`);
    return send(message, signal);
  };
}

/** The longest provider text that is kept. */
export const REASON_CHARS_MAX = 300;
export const reasonOf = (text: string): string => text.trim().slice(0, REASON_CHARS_MAX);
