import { emailDocument } from "@/core/template/email-html";
import type { EmailBrand } from "@/core/template/email-look";
import { whySentence } from "@/core/template/email-words";
import { markdownToText } from "@/core/template/markdown-text";
import { type ContentPreview, markHtml, plainMarks } from "@/core/template/preview-content";
import type { OutgoingOf } from "@/server/providers/provider";
import { SMS_CHARS_MAX } from "@/server/providers/sms";
import { shortened } from "@/server/providers/source";

type Tested = {
  id: string;
  to: string;
  from: string;
  preview: ContentPreview;
  locale: string;
  brand: EmailBrand;
  appUrl: string;
};

const PREFIX = "[Test]";
const LINE_BREAKS = /[\r\n]+/g;
const DOMAIN = /@([^@<>\s]+?)>?\s*$/;

/** Where every button of a test leads: a page on which nothing happens. */
const harmless = (appUrl: string) => `${appUrl}/a/test`;

/** A content as a message that says it is a test and can answer nothing. */
export function testedMessage(
  channel: "email" | "sms",
  tested: Tested,
): OutgoingOf<"email"> | OutgoingOf<"sms"> {
  const { id, to } = tested;
  return channel === "email"
    ? { channel, id, to, compose: () => email(tested) }
    : { channel, id, to, compose: () => ({ body: smsBody(tested) }) };
}

function email({ id, to, from, preview, locale, brand, appUrl }: Tested) {
  const { rendered, missing } = preview;
  const nothing = harmless(appUrl);
  const subject = rendered.subject ?? rendered.title ?? brand.name;
  const { html, text } = emailDocument({
    content: rendered,
    brand,
    links: {
      action: () => nothing,
      view: nothing,
      unsubscribe: nothing,
      preferences: nothing,
      click: (url) => url,
      openPixel: null,
    },
    locale,
    footerText: whySentence(locale, plainMarks(subject, missing), null),
  });
  return {
    id,
    from,
    to,
    subject: `${PREFIX} ${plainMarks(subject, missing)}`.replace(LINE_BREAKS, " "),
    html: markHtml(html, missing),
    text: `${PREFIX}\n\n${plainMarks(text, missing)}`,
    messageId: `<${id}@${DOMAIN.exec(from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

function smsBody({ preview: { rendered, missing }, appUrl }: Tested): string {
  const words = plainMarks(markdownToText(rendered.body), missing);
  const lines = rendered.actions.map(
    ({ label }) => `\n${plainMarks(label, missing)}: ${harmless(appUrl)}`,
  );
  return shortened(`${PREFIX} ${words}${lines.join("")}`, SMS_CHARS_MAX);
}
