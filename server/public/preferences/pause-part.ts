import { localDate } from "@/core/calendar/zone";
import { ownWord } from "@/core/person-side/own-words";
import { DAY_MS } from "@/core/time";
import { type Html, html } from "../html";
import { readerList, readerMoment } from "../reader-format";
import { publicWords } from "../words";
import { form } from "./form";
import type { View } from "./load-view";

/** How far ahead a pause may end. */
export const PAUSE_DAYS_MAX = 365;

/** What waits, and the pause: its choices, or the one that holds and what comes all the same. */
export function pausePart(view: View): Html {
  const { preferences, reader } = view;
  const words = publicWords(reader.locale).preferences.pause;
  const isPaused = preferences.pausedUntil !== null;
  return html`<section class="part${isPaused && " banner"}" aria-labelledby="pause"><h2 id="pause">${words.title}</h2>
${isPaused ? pausedPart(view) : choicesPart(view)}
${waitingLines(view)}</section>
`;
}

function pausedPart(view: View): Html {
  const { locale, zone, now } = view.reader;
  const words = publicWords(locale).preferences.pause;
  const until = Date.parse(view.preferences.pausedUntil ?? "");
  return html`<p><b>${words.paused(readerMoment(until, zone, locale, now))}</b></p>
${continuesPart(view)}
${form("resume", "resume", html`<button type="submit">${words.resume}</button>`)}`;
}

function choicesPart(view: View): Html {
  const { locale, zone, now, workspace } = view.reader;
  const words = publicWords(locale).preferences.pause;
  const intro = ownWord(workspace.personSide.pageWords, locale, "pauseIntro") ?? words.intro;
  const day = (ahead: number) => localDate(now + ahead * DAY_MS, zone);
  return html`<p>${words.allOn} ${intro}</p>
${continuesPart(view)}
${form(
  "pause",
  "pause",
  html`<button type="submit" name="for" value="day" class="quiet">${words.day}</button><button type="submit" name="for" value="week" class="quiet">${words.week}</button>
<details id="until"><summary class="button quiet">${words.until} …</summary><label class="label" for="until-day">${words.until}</label><input type="date" id="until-day" name="until" min="${day(1)}" max="${day(PAUSE_DAYS_MAX)}" autocomplete="off"><button type="submit" name="for" value="date" class="quiet">${words.button}</button></details>`,
  "row",
)}`;
}

/** What a pause does not hold. */
function continuesPart({ preferences, reader }: View): Html {
  const words = publicWords(reader.locale).preferences.pause;
  const required = preferences.topics.filter((topic) => topic.required).map(({ name }) => name);
  return html`<p class="hint">${required.length > 0 && words.continues(readerList(required, reader.locale))} ${words.duty}</p>`;
}

const LINES_MAX = 3;

/** “3 messages are waiting until 08:00.” */
function waitingLines({ waiting, reader }: View): Html {
  const { locale, zone, now } = reader;
  const words = publicWords(locale).preferences.waiting;
  const leaving = waiting.filter(({ until }) => until <= now).reduce((sum, { n }) => sum + n, 0);
  const later = waiting.filter(({ until }) => until > now).slice(0, LINES_MAX);
  return html`${leaving > 0 && html`<p class="waiting">${words.now(leaving)}</p>`}${later.map(
    ({ n, until }) =>
      html`<p class="waiting">${words.until(n, readerMoment(until, zone, locale, now))}</p>`,
  )}`;
}
