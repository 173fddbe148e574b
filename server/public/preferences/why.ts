import { MessageRequest } from "@/core/delivery/request";
import { SWITCHED, type Switched } from "@/core/delivery/switched";
import type { Instant } from "@/core/time";
import { findYes } from "@/db/queries/own-page";
import type { Ctx } from "@/server/context";
import type { PersonPreferences } from "@/server/people/person-preferences";
import { type Html, html } from "../html";
import { loadLink, type Reader } from "../link";
import { readerMoment } from "../reader-format";
import { publicWords } from "../words";

/** Why one message came, as far as it is told to whoever got it. */
export type Why = {
  title: string;
  at: Instant;
  subject: string;
  dueAt: Instant | null;
  /** They got it for a role of theirs. */
  isDuty: boolean;
  topic: string | null;
  topicName: string | null;
  isRequired: boolean;
  channel: Switched | null;
  /** The person's own yes, or somebody else's; null: none was said. */
  yes: { at: Instant; own: boolean } | null;
};

/** Reads why somebody got a message. Null for another person's, and for one that is gone. */
export async function readWhy(
  ctx: Ctx,
  reader: Reader,
  messageId: string | null,
): Promise<Why | null> {
  if (messageId === null) return null;
  const { workspaceId, person } = reader;
  const link = await loadLink(ctx.db, { workspaceId, messageId, index: 0 });
  if (!link || link.person.id !== person.id) return null;
  const { message, matter, topic } = link;
  const { audience, class: messageClass } = MessageRequest.safeParse(message.request).data ?? {};
  const channel = SWITCHED.find((one) => one === message.channel) ?? null;
  const { subject, title } = message.content;
  return {
    title: subject || title || matter.subject,
    at: (message.sentAt ?? message.plannedAt).getTime(),
    subject: matter.subject,
    dueAt: matter.dueAt?.getTime() ?? null,
    isDuty: audience !== undefined && audience !== "person" && audience !== "tell",
    topic: topic?.key ?? null,
    topicName: topic?.name ?? null,
    isRequired: topic?.required === true && messageClass !== "promotional",
    channel,
    yes:
      topic && channel ? await findYes(ctx.db, workspaceId, person.id, channel, topic.key) : null,
  };
}

/** The sentence for it: no names of ours, no conditions, nobody else's affairs. */
export function whyPart(
  why: Why,
  { locale, zone, now }: Reader,
  preferences: PersonPreferences,
): Html {
  const words = publicWords(locale).preferences;
  const { why: said } = words;
  const moment = (at: Instant) => readerMoment(at, zone, locale, now);
  const about = why.isDuty ? said.duty(why.subject) : said.about(why.subject);
  const due = why.dueAt === null ? "" : said.due(moment(why.dueAt));
  const topic = why.topicName === null ? said.noTopic : said.topic(why.topicName);
  const lines = [`${said.got(why.title, moment(why.at))}${about}${due}.`, topic];
  if (why.isRequired) lines.push(said.required);
  else if (why.channel !== null && !why.isDuty) {
    const name = words.channel[why.channel];
    const now = preferences.topics
      .find(({ key }) => key === why.topic)
      ?.channels.find(({ channel }) => channel === why.channel);
    if (now && !now.on) lines.push(said.off(name));
    else if (why.yes?.own) lines.push(said.byYou(name, moment(why.yes.at)));
    else lines.push(why.yes ? said.byOther(name) : said.byDefault(name));
  }
  return html`<section class="part" aria-labelledby="why"><h2 id="why">${said.title}</h2><p>${lines.join(" ")}</p></section>
`;
}
