import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { WorkspaceId } from "@/core/ids";
import { type EmailBrand, emailDocument } from "@/core/template/email-html";
import { whySentence } from "@/core/template/email-words";
import { linksFor } from "@/server/links/urls";
import type { OutgoingEmail } from "./provider";

/** A message with what its email is made of. */
export type EmailSource = {
  workspaceId: WorkspaceId;
  id: string;
  caseId: string;
  to: string;
  content: RenderedContent;
  brand: EmailBrand;
  /** Subject of the case, for the line that says why somebody gets this. */
  caseSubject: string;
  topic: { key: string; name: string } | null;
  tracked: boolean;
};

export type EmailSettings = { from: string; appUrl: string; secret: string };

const ADDRESS_DOMAIN = /@([^@<>\s]+?)>?\s*$/;
const NOT_IN_LIST_ID = /[^a-z0-9-]+/g;
const LINE_BREAKS = /[\r\n]+/g;

/**
 * The email of a message: the same for every attempt. One case is one thread, so every message
 * answers the case's own stable id. Unsubscribing takes one click (RFC 8058); nobody's robot answers it.
 */
export function composeEmail(source: EmailSource, settings: EmailSettings): OutgoingEmail {
  const { workspaceId, id, caseId, to, content, brand, topic, tracked } = source;
  const { from, appUrl, secret } = settings;
  const domain = ADDRESS_DOMAIN.exec(from)?.[1] ?? "localhost";
  const links = linksFor({ appUrl, secret, workspaceId, messageId: id, content, tracked });
  const thread = `<case-${caseId}@${domain}>`;
  const { html, text } = emailDocument({
    content,
    brand,
    links,
    locale: content.locale,
    footerText: whySentence(content.locale, source.caseSubject, topic?.name ?? null),
  });
  const subject = content.subject ?? content.title ?? source.caseSubject;
  return {
    id,
    from,
    to,
    subject: subject.replace(LINE_BREAKS, " "),
    html,
    text,
    messageId: `<${id}@${domain}>`,
    headers: {
      "In-Reply-To": thread,
      References: thread,
      "List-Unsubscribe": `<${links.unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      ...(topic && { "List-ID": `<${listLabel(topic.key)}.${domain}>` }),
      "Auto-Submitted": "auto-generated",
    },
  };
}

const listLabel = (topicKey: string): string =>
  topicKey
    .toLowerCase()
    .replace(NOT_IN_LIST_ID, "-")
    .replace(/^-+|-+$/g, "") || "messages";
