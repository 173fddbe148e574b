import type { MessageRequest } from "@/core/delivery/request";
import { markdownToText } from "@/core/template/markdown-text";
import type { Instant } from "@/core/time";
import { linksFor } from "@/server/links/urls";
import { linesOf } from "./bundle-source";
import type { EmailSource } from "./email";

/** A message with what every channel composes from. */
export type MessageSource = EmailSource & {
  personId: string;
  request: Pick<MessageRequest, "audience">;
  plannedAt: Instant;
};

export type LinkSettings = { appUrl: string; secret: string };

export type PressableAction = { id: string; label: string; url: string };

/** A message in plain words, with where its buttons and its page are. Nothing in it is tracked. */
export function plainWords(source: MessageSource, { appUrl, secret }: LinkSettings) {
  const { workspaceId, id, content, caseSubject } = source;
  const where = { appUrl, secret, workspaceId, messageId: id, content, tracked: false };
  const links = linksFor(where);
  const actions: PressableAction[] = content.actions.map((action) => ({
    id: action.id,
    label: action.label,
    url: links.action(action.id),
  }));
  const title = content.title ?? content.subject ?? caseSubject;
  const list = linesOf(content);
  if (list !== null) {
    return { title, text: list, actions: [], viewUrl: links.view, isList: true };
  }
  return { title, text: markdownToText(content.body), actions, viewUrl: links.view, isList: false };
}

/** A text of at most this many UTF-16 units; a cut one ends in an ellipsis, never inside a character. */
export function shortened(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const cut = text.slice(0, Math.max(0, charsMax - 1));
  return `${cut.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
