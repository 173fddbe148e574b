import type { Channel } from "@/core/template/channel";

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
};

/** What a provider is given; it composes what it puts on its wire. */
export type Outgoing = {
  channel: "email";
  /** The message's own id: the idempotency key. */
  id: string;
  to: string;
  compose: () => OutgoingEmail;
};

/** What became of one attempt. */
export type Delivery =
  | { ok: true; providerMessageId: string }
  | {
      ok: false;
      /** Whether the same message may be accepted later. */
      retry: boolean;
      reason: string;
      retryAfterMs?: number;
      /** Refused for the rate, not for the message: it does not count as an attempt. */
      rateLimited?: boolean;
      /** The line broke after the message was on it: it may have been accepted. */
      maybeSent?: boolean;
    };

/** One way to the outside world. What goes wrong there is a `Delivery`; throwing is a bug. */
export type Provider = {
  name: string;
  channel: Channel;
  /** Whether the same id given twice is delivered once. If not, an attempt of unknown end is not repeated. */
  idempotent: boolean;
  /** For a provider without idempotency: what to do with an attempt nobody knows the end of. */
  whenUnknown: "give_up" | "retry";
  concurrencyMax: number;
  send(message: Outgoing, signal: AbortSignal): Promise<Delivery>;
  close?(): Promise<void>;
};

/** The longest provider text that is kept. */
export const REASON_CHARS_MAX = 300;
export const reasonOf = (text: string): string => text.trim().slice(0, REASON_CHARS_MAX);
