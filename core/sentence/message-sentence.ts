import { CLASS_OF, type MessageStatus, type OutcomeClass } from "@/core/delivery/message-status";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import { becauseOf } from "./because";
import type { Reason } from "./codes";
import { codeSentence } from "./decision-sentence";
import { formatMoment, isMoment } from "./format-moment";
import type { DecisionOptions, StoredParams } from "./param-slots";
import { textOf } from "./param-text";
import { flag, render } from "./render";

/** A message as its row holds it: `code` and `params` say how it came to its status. */
export type MessageLine = {
  status: MessageStatus;
  code: string | null;
  params: StoredParams | null;
  channel: Channel;
  subject: string | null;
  personName: string | null;
  deliverAt: Instant | null;
  sentAt: Instant | null;
  /** The rule that planned it (`MessageRequest.because`). */
  because: Reason | null;
};

/** `withSentAt` names the moment of sending, for places that do not show it beside the line. */
export type MessageOptions = DecisionOptions & { withSentAt?: boolean | undefined };

export type MessageWords = { class: OutcomeClass; sentence: string; because: string | null };

/**
 * The timeline's line for a message: “Email “Your invoice 2041” sent to Maria”, and why. A message
 * that is held, not sent or failed always has its reason as `because`.
 */
export function messageSentence(message: MessageLine, options: MessageOptions): MessageWords {
  const { status } = message;
  const { locale, zone, now } = options;
  const subject = textOf(message.subject);
  const person = textOf(message.personName);
  const at = momentShown(message, options);
  const sentence = render(`message.${status}`, locale, {
    channelTitle: render("word.channel_title", locale, { channel: message.channel }),
    hasSubject: flag(subject !== null),
    subject: subject ?? "",
    hasPerson: flag(person !== null),
    person: person ?? "",
    hasAt: flag(at !== null),
    at: at === null ? "" : formatMoment(at, zone, locale, now),
  });
  return { class: CLASS_OF[status], sentence, because: becauseOfMessage(message, options) };
}

function momentShown(message: MessageLine, { withSentAt }: MessageOptions): Instant | null {
  const { status, deliverAt, sentAt } = message;
  const at = status === "planned" || status === "held" ? deliverAt : withSentAt ? sentAt : null;
  return isMoment(at) ? at : null;
}

function becauseOfMessage(message: MessageLine, options: MessageOptions): string | null {
  const { status, code, params, because } = message;
  const rule = because && becauseOf(because, options);
  const reason =
    code === null ? null : codeSentence(code, { person: message.personName, ...params }, options);
  switch (status) {
    case "planned":
    case "sending":
      return rule ?? reason;
    case "sent":
    case "delivered":
      return code === null || code === "sent.plan" ? (rule ?? reason) : reason;
    default:
      return reason ?? render("word.no_reason", options.locale);
  }
}
