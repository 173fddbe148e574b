import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { WorkspaceId } from "@/core/ids";
import { emailDocument } from "@/core/template/email-html";
import type { EmailBrand } from "@/core/template/email-look";
import { whySentence } from "@/core/template/email-words";
import { finishText } from "@/core/template/escape";
import { linksFor } from "@/server/links/urls";
import { mintReplyAddress } from "@/server/replies/reply-address";
import { itemsOf, listedContent, whyListed } from "./bundle-source";
import type { OutgoingEmail } from "./provider";
import { shortened } from "./source";

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

export type EmailSettings = {
  from: string;
  appUrl: string;
  secret: string;
  /** Where answers come in; null or absent: with whoever sent it, and not here. */
  inboundDomain?: string | null;
};

const ADDRESS_DOMAIN = /@([^@<>\s]+?)>?\s*$/;
/** Of a label of a domain name (RFC 1035 §2.3.4), whose form a List-ID has. */
const LABEL_CHARS_MAX = 63;
const NOT_IN_LIST_ID = /[^a-z0-9-]+/g;
/** Mail programs show a tenth of it. */
const SUBJECT_CHARS_MAX = 500;

/**
 * The email of a message: the same for every attempt. One case is one thread, so every message
 * answers the case's own stable id. Unsubscribing takes one click (RFC 8058); nobody's robot answers it.
 */
export function composeEmail(source: EmailSource, settings: EmailSettings): OutgoingEmail {
  const { workspaceId, id, caseId, to, content, brand, topic, tracked } = source;
  const { from, appUrl, secret, inboundDomain } = settings;
  const domain = ADDRESS_DOMAIN.exec(from)?.[1] ?? "localhost";
  const links = linksFor({ appUrl, secret, workspaceId, messageId: id, content, tracked });
  const thread = `<case-${caseId}@${domain}>`;
  const isList = itemsOf(content).length > 0;
  const { html, text } = emailDocument({
    ...(isList ? listedContent(source, settings) : { content }),
    brand,
    links,
    locale: content.locale,
    footerText: isList
      ? whyListed(content)
      : whySentence(content.locale, source.caseSubject, topic?.name ?? null),
  });
  const subject = content.subject ?? content.title ?? source.caseSubject;
  return {
    id,
    from,
    to,
    subject: shortened(finishText(subject, "subject"), SUBJECT_CHARS_MAX),
    html,
    text,
    messageId: `<${id}@${domain}>`,
    ...(inboundDomain && {
      replyTo: mintReplyAddress(
        secret,
        { kind: "reply", workspaceId, messageId: id },
        inboundDomain,
      ),
      bounceTo: mintReplyAddress(
        secret,
        { kind: "bounce", workspaceId, messageId: id },
        inboundDomain,
      ),
    }),
    headers: {
      // A list belongs to no case: it begins a thread of its own.
      ...(!isList && { "In-Reply-To": thread, References: thread }),
      "List-Unsubscribe": `<${links.unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      ...(topic && { "List-ID": `<${listLabel(isList ? "digest" : topic.key)}.${domain}>` }),
      "Auto-Submitted": "auto-generated",
    },
  };
}

const listLabel = (topicKey: string): string =>
  topicKey
    .toLowerCase()
    .replace(NOT_IN_LIST_ID, "-")
    .slice(0, LABEL_CHARS_MAX)
    .replace(/^-+|-+$/g, "") || "messages";
