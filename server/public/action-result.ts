import type { Instant } from "@/core/time";
import { hostOf } from "./action-form";
import { RESOLVE, UNDO, UNSNOOZE } from "./helper";
import type { HelperState } from "./helper-state";
import { type Html, html } from "./html";
import type { Link } from "./link";
import { readerMoment } from "./reader-format";
import type { Action, Press, Pressed, Standing } from "./standing";
import { namesText } from "./who";
import { publicWords } from "./words";

export type Said = { title: string; main: Html };

const momentOf = ({ zone, locale, now }: Link, at: Instant): string =>
  readerMoment(at, zone, locale, now);

/**
 * What a press did, and what follows from it; the same words however often it is repeated. A helper
 * reads who hears of the matter next.
 */
export function resultOf(
  link: Link,
  action: Action,
  pressed: Pressed,
  state: HelperState | null,
): Said {
  const words = publicWords(link.locale).result;
  const title = words.title[action.kind];
  const { first, next } = linesOf(link, action, pressed, state);
  const main = html`<p class="status" role="status">${first}</p>
<h1>${link.matter.subject}</h1>
${[...next, ...nextLines(link, state)].map((line) => html`<p>${line}</p>`)}${undoForm(link, pressed)}`;
  return { title, main };
}

function linesOf(
  link: Link,
  action: Action,
  { press, at, told }: Pressed,
  state: HelperState | null,
): { first: string; next: string[] } {
  const { result: words, helper } = publicWords(link.locale);
  const when = momentOf(link, at);
  const follows = [
    ...(press.resolved ? [words.closes] : [words.hasAnswer(link.workspace.name)]),
    ...toldLines(link, told),
  ];
  if (action.id === RESOLVE) return { first: helper.resolved(when), next: follows };
  if (action.id === UNSNOOZE) return { first: helper.goesOn(when), next: [] };
  switch (action.kind) {
    case "acknowledge":
      return { first: words.tookOn(when), next: [words.staysOpen] };
    case "take_over":
      return { first: helper.tookOver(when), next: [words.staysOpen] };
    case "hand_over": {
      const to = handedTo(press, state) ?? "";
      return { first: helper.handedOver(to, when), next: [helper.handedTold(to)] };
    }
    case "need_help":
      return { first: helper.askedForHelp(when), next: [helpLine(link, press, state)] };
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

function handedTo({ to }: Press, state: HelperState | null): string | null {
  if (to === undefined) return null;
  const [id, of] =
    "team" in to ? [to.team, state?.colleagues.teams] : [to.personId, state?.colleagues.people];
  return of?.find((one) => one.id === id)?.name ?? id;
}

function helpLine({ locale }: Link, { level = 0 }: Press, state: HelperState | null): string {
  const words = publicWords(locale).helper;
  const names = state && state.row.level !== level ? namesText(state.told.names, locale) : null;
  return names === null || !state ? words.nobodyCame : words.came(state.row.level, names);
}

/** Who hears of it next, and when, if nobody does anything. */
function nextLines(link: Link, state: HelperState | null): string[] {
  const names = state?.next ? namesText(state.next.names, link.locale) : null;
  if (!state?.next || names === null || state.row.status !== "open") return [];
  const words = publicWords(link.locale).helper;
  const line = state.has ? words.unlessResolved : words.unlessTaken;
  return [line(names, momentOf(link, state.next.at))];
}

function undoForm({ locale, now }: Link, { press }: Pressed): Html | null {
  if (!press.undo || press.undo.until < now) return null;
  return html`<form method="post"><input type="hidden" name="action" value="${UNDO}"><button type="submit" class="quiet">${publicWords(locale).helper.undo}</button></form>`;
}

/** What taking a press back did, or that it came too late. */
export function takenBackOf(link: Link, done: boolean): Said {
  const { helper: words } = publicWords(link.locale);
  const text = done ? words.undone : words.undoLate;
  const main = html`<p class="${done ? "status" : "problem"}" role="status">${text}</p>
<h1>${link.matter.subject}</h1>`;
  return { title: words.undo, main };
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
export function staleOf(link: Link, standing: Stale, state: HelperState | null): Said {
  const { stale: words, helper } = publicWords(link.locale);
  const title = words.title[standing.kind === "closed" ? standing.status : standing.kind];
  const main = html`<h1>${title}</h1>
<p class="lead">${link.matter.subject}</p>
<p>${staleText(link, standing)}</p>
<p class="hint">${state?.row.status === "open" ? helper.unchanged : words.unchanged}</p>
${nextLines(link, state).map((line) => html`<p>${line}</p>`)}`;
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
      return words.escalated(standing.level, standing.to, at);
    case "refused":
      return words.refused[standing.why];
  }
}
