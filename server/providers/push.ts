import type { OutgoingPush } from "./provider";
import { type LinkSettings, type MessageSource, plainWords, shortened } from "./source";

export const PUSH_TITLE_CHARS_MAX = 200;
/** A longer address would leave no place for words; the message's own page has the button too. */
const URL_CHARS_MAX = 1_500;

/** Audiences whose messages are about somebody's duty now. */
const URGENT = ["escalation", "owner"];

/**
 * The notification of a message. A press leads where its first button does, else to the message's
 * page; a later message of the same case takes its place.
 */
export function composePush(source: MessageSource, settings: LinkSettings): OutgoingPush {
  const { title, text, actions, viewUrl, isList } = plainWords(source, settings);
  const first = actions[0]?.url ?? viewUrl;
  const isPage = /^https?:/i.test(first) && first.length <= URL_CHARS_MAX;
  return {
    title: shortened(title, PUSH_TITLE_CHARS_MAX),
    body: text,
    url: isPage ? first : viewUrl,
    tag: isList ? source.id : source.caseId,
    isUrgent: URGENT.includes(source.request.audience),
  };
}
