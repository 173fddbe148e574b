import { z } from "zod";
import type { CameBack } from "@/core/delivery/came-back";
import { reasonOf } from "@/server/providers/provider";
import { twilioProblem } from "@/server/providers/twilio-problems";
import { type Notice, OwnId, Said } from "./notice";

/** An SMS has 1,600 characters at most; what is over the limit was not written on a phone. */
const BODY_CHARS_MAX = 5_000;

const Sid = z.string().regex(/^(?:SM|MM)[\da-f]{32}$/i);
const Party = Said.pipe(z.string().trim().min(1).max(100));

const Status = z.looseObject({
  MessageSid: Sid,
  MessageStatus: z.string().regex(/^[a-z_-]{1,30}$/),
  ErrorCode: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
  ErrorMessage: Said.optional(),
});
type Status = z.infer<typeof Status>;

const Sms = z.looseObject({
  MessageSid: Sid,
  From: Party,
  To: Party,
  Body: Said.transform((text) => text.slice(0, BODY_CHARS_MAX)),
});

/**
 * Reads what Twilio tells: a status of a message that left, or an SMS that came in. `own` is what the
 * called address says of the message. Throws a `ZodError` for a form that is neither.
 */
export function twilioNotice(form: URLSearchParams, own: string | null, now: number): Notice {
  const fields = Object.fromEntries(form);
  if (fields.MessageStatus === undefined) {
    const { MessageSid: id, From: from, To: to, Body: body } = Sms.parse(fields);
    return { kind: "sms", id, from, to, body };
  }
  const status = Status.parse(fields);
  const cameBack = cameBackOf(status);
  if (!cameBack) return { kind: "other" };
  const { MessageSid: providerMessageId, MessageStatus: name } = status;
  const about = { providerMessageId, messageId: OwnId.parse(own) };
  return { kind: "report", about, eventId: `${providerMessageId}:${name}`, at: now, cameBack };
}

function cameBackOf({
  MessageStatus: name,
  ErrorCode,
  ErrorMessage: said,
}: Status): CameBack | null {
  const code = ErrorCode ?? null;
  switch (name) {
    case "sent":
      return { type: "sent" };
    case "delivered":
    case "read":
      return { type: "delivered" };
    case "failed":
    case "undelivered": {
      const known = twilioProblem(code, said ?? name);
      const unknown = code === null ? (said ?? name) : `${said ?? name} (${code})`;
      const text = reasonOf(known?.reason ?? `Twilio says: ${unknown}`);
      if (known?.addressGone === "bounced") return { type: "bounced", permanent: true, text };
      return { type: "failed", stopped: known?.addressGone === "stopped", text };
    }
    default:
      return null;
  }
}
