import { toRfc3339 } from "@/core/time";
import type { OutgoingEvent } from "./provider";
import { type LinkSettings, type MessageSource, plainWords } from "./source";

/** What a webhook is told of a message: byte for byte the same at every attempt. */
export function composeEvent(source: MessageSource, settings: LinkSettings): OutgoingEvent {
  const { title, text, actions, viewUrl } = plainWords(source, settings);
  const { id, caseId, caseSubject, personId, topic, content, plannedAt } = source;
  return {
    type: "channel.message",
    timestamp: toRfc3339(plannedAt),
    data: {
      id,
      caseId,
      caseSubject,
      personId,
      topic: topic?.key ?? null,
      locale: content.locale,
      title,
      text,
      markdown: content.body,
      actions,
      url: viewUrl,
    },
  };
}
