import type { Instant } from "@/core/time";
import { hostOf } from "./action-form";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { readerMoment } from "./reader-format";
import type { Action, Pressed, Standing } from "./standing";
import { namesText } from "./who";
import { publicWords } from "./words";

export type Said = { title: string; main: Html };

const momentOf = ({ zone, locale, now }: Link, at: Instant): string =>
  readerMoment(at, zone, locale, now);

/** What a press did, and what follows from it; the same words however often it is repeated. */
export function resultOf(link: Link, action: Action, pressed: Pressed): Said {
  const words = publicWords(link.locale).result;
  const title = words.title[action.kind];
  const { first, next } = linesOf(link, action, pressed);
  const main = html`<p class="status" role="status">${first}</p>
<h1>${link.matter.subject}</h1>
${next.map((line) => html`<p>${line}</p>`)}`;
  return { title, main };
}

function linesOf(link: Link, action: Action, { press, at, told }: Pressed) {
  const words = publicWords(link.locale).result;
  const when = momentOf(link, at);
  const follows = [
    ...(press.resolved ? [words.closes] : [words.hasAnswer(link.workspace.name)]),
    ...toldLines(link, told),
  ];
  switch (action.kind) {
    case "acknowledge":
      return { first: words.tookOn(when), next: [words.staysOpen] };
    case "snooze":
      return { first: words.snoozed(momentOf(link, press.until ?? at)), next: [words.quietUntil] };
    case "choice":
      return { first: words.chosen(press.choice ?? "", when), next: follows };
    case "reply":
      return { first: words.replied(when), next: follows };
    case "complete":
    case "link":
      return { first: words.pressed(action.label, when), next: follows };
  }
}

function toldLines({ locale }: Link, told: Pressed["told"]): string[] {
  const words = publicWords(locale).result;
  const names = told && namesText(told.names, locale);
  return [...(names ? [words.told(names)] : []), ...(told?.reader ? [words.confirmation] : [])];
}

/** The page that leads on to the address of a link. */
export function onwardOf(link: Link, action: Action): Said {
  const words = publicWords(link.locale).result;
  const host = hostOf(action.url) ?? "";
  const main = html`<h1>${words.title.link}</h1>
<p><a class="button" href="${action.url}" rel="noreferrer">${words.goOn(host)}</a></p>`;
  return { title: words.title.link, main };
}

type Stale = Exclude<Standing, { kind: "open" } | { kind: "pressed" }>;

/** Why the button does nothing any more: what happened, by whom and when. */
export function staleOf(link: Link, standing: Stale): Said {
  const words = publicWords(link.locale).stale;
  const title = words.title[standing.kind === "closed" ? standing.status : standing.kind];
  const main = html`<h1>${title}</h1>
<p class="lead">${link.matter.subject}</p>
<p>${staleText(link, standing)}</p>
<p class="hint">${words.unchanged}</p>`;
  return { title, main };
}

function staleText(link: Link, standing: Stale): string {
  const words = publicWords(link.locale).stale;
  const at = standing.at === null ? null : momentOf(link, standing.at);
  switch (standing.kind) {
    case "closed":
      return words.closed[standing.status](standing.by, at);
    case "acknowledged":
      return words.acknowledged(standing.by, at ?? "");
    case "escalated":
      return words.escalated(standing.to, at);
  }
}
