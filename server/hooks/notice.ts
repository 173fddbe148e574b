import { z } from "zod";
import type { CameBack } from "@/core/delivery/came-back";
import { storableText } from "@/core/text";
import type { Instant } from "@/core/time";

/** How a provider names a message. */
type About = {
  providerMessageId: string;
  /** Our own id, where it came back with the notice. */
  messageId: string | null;
};

/** What one callback says, once its signature holds. */
export type Notice =
  | { kind: "report"; about: About; eventId: string; at: Instant; cameBack: CameBack }
  /** Seen by a provider that tracks: who stands behind it is for us to say. */
  | {
      kind: "tracked";
      about: About;
      eventId: string;
      at: Instant;
      /** The address that was followed; null for an open. */
      link: string | null;
      userAgent: string;
      ip: string | null;
    }
  | { kind: "email"; emailId: string }
  | { kind: "sms"; id: string; from: string; to: string; body: string }
  /** Nothing that bears on anything here. */
  | { kind: "other" };

/** Text from outside as a database takes it. */
export const Said = z.string().transform(storableText);

/** Our own id of a message; anything else says nothing. */
export const OwnId = z.uuid().nullable().catch(null);
