import { toRfc3339 } from "@/core/time";
import type {
  Outgoing,
  OutgoingChannel,
  OutgoingEmail,
  OutgoingEvent,
} from "@/server/providers/provider";
import { testWords } from "./test-words";

export type TestFacts = {
  id: string;
  to: string;
  /** Sender of an email. */
  from: string;
  /** Where a notification leads: the page the test was asked for on. */
  url: string;
  workspace: string;
  locale: string;
  at: number;
};

type Words = ReturnType<typeof testWords>;

/** A message that says that sending works, as each channel has it. */
export function testMessage(channel: OutgoingChannel, facts: TestFacts): Outgoing {
  const { id, to, url } = facts;
  const words = testWords(facts.locale, facts.workspace.replace(/[\r\n]+/g, " "));
  const { subject: title, body, footer } = words;
  const composed = {
    email: { channel: "email", id, to, compose: () => email(facts, words) },
    sms: { channel: "sms", id, to, compose: () => ({ body: `${body} ${footer}` }) },
    push: {
      channel: "push",
      id,
      to,
      compose: () => ({ title, body, url, tag: `test-${id}`, isUrgent: true }),
    },
    webhook: { channel: "webhook", id, to, compose: () => event(facts, words) },
  } as const satisfies Record<OutgoingChannel, Outgoing>;
  return composed[channel];
}

const DOMAIN = /@([^@<>\s]+?)>?\s*$/;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function email({ id, from, to }: TestFacts, { subject, body, footer }: Words): OutgoingEmail {
  return {
    id,
    from,
    to,
    subject,
    text: `${body}\n\n${footer}\n`,
    html: `<!doctype html><html><body style="font:16px/1.6 sans-serif"><p>${escaped(body)}</p><p style="color:#667085;font-size:14px">${escaped(footer)}</p></body></html>`,
    messageId: `<${id}@${DOMAIN.exec(from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

/** As a message of a case, so that a receiver is tested with what it will get; it names no case. */
function event({ id, url, locale, at }: TestFacts, words: Words): OutgoingEvent {
  const { subject, body, footer } = words;
  return {
    type: "channel.message",
    timestamp: toRfc3339(at),
    data: {
      id,
      caseId: id,
      caseSubject: subject,
      personId: "test",
      topic: null,
      locale,
      title: subject,
      text: `${body}\n\n${footer}`,
      markdown: `${body}\n\n${footer}`,
      actions: [],
      url,
    },
  };
}
