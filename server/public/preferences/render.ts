import { ownWord } from "@/core/person-side/own-words";
import { PAGE_LANGUAGES, publicLanguageOf } from "@/core/person-side/page-language";
import type { Ctx } from "@/server/context";
import { type Html, html } from "../html";
import type { Reader } from "../link";
import { type Page, pageText } from "../page";
import { publicWords } from "../words";
import { PREFERENCES_SCRIPT } from "./client-script";
import { form } from "./form";
import { historyPart } from "./history";
import { hoursPart } from "./hours-part";
import { loadView, type View } from "./load-view";
import { pausePart } from "./pause-part";
import { addressOfPage } from "./query";
import { settingsPart } from "./settings-part";
import { PREFERENCES_STYLE } from "./style";
import { topicPart } from "./topic-part";
import { whyPart } from "./why";

/** Topics on one page: with more, the page would weigh more than it may. */
export const TOPICS_PER_PART = 10;

/** What the page says on top: what was changed, or why nothing was. */
export type Top = Html | null;

/**
 * The preference page of somebody as a document, for an operator to look at: it says that it is a
 * preview, and nothing in it does anything. `language` in place of the reader's own.
 */
export async function preferencePageHtml(
  ctx: Ctx,
  reader: Reader,
  language: string | null = null,
): Promise<string> {
  const view = await loadView(ctx, reader, { path: null, message: null, language, part: 1 });
  const page = preferencePage(view, null);
  const words = publicWords(view.reader.locale).preferences;
  const main = html`<p class="watermark">${words.preview}</p><div inert>${page.main}</div>`;
  const { script: _, aside: __, ...still } = page;
  return pageText({ ...still, main });
}

/** The page of a view. */
export function preferencePage(view: View, top: Top): Page {
  const { reader, address, contact } = view;
  const { locale, workspace } = reader;
  const words = publicWords(locale).preferences;
  const own = workspace.personSide.pageWords;
  const title = ownWord(own, locale, "title") ?? words.title(workspace.name);
  const lead = ownWord(own, locale, "lead");
  const footer = ownWord(own, locale, "footer");
  const { name, brand } = workspace;
  const { notYou, status } = words;
  const main = html`<h1>${title}</h1>
<p class="lead">${words.lead(address)}${lead && html` ${lead}`}</p>
<div id="said" data-saving="${status.saving}" data-failed="${status.failed}">${top}</div>
<div id="body">
${view.why && whyPart(view.why, reader, view.preferences)}
${view.why && topicsPart(view)}
${pausePart(view)}
${!view.why && topicsPart(view)}
${hoursPart(view)}
${settingsPart(view)}
${stopPart(view)}
${historyPart(view.history, reader, view.query.message !== null)}
${detailsPart(view)}
<details class="part" id="not-you"><summary><h2>${notYou.title}</h2></summary><p>${notYou.text(name)}</p>${contact && html`<p><a class="link" href="mailto:${contact}">${notYou.contact(contact)}</a></p>`}</details>
</div>`;
  return {
    language: publicLanguageOf(locale),
    title,
    sender: { name, color: brand.color, address: brand.address },
    aside: languages(view),
    main,
    ...(footer && { footer: html`<p>${footer}</p>` }),
    style: PREFERENCES_STYLE,
    script: PREFERENCES_SCRIPT,
  };
}

/** The page in another language; nothing is changed by it. */
function languages({ query, reader }: View): Html {
  const now = publicLanguageOf(reader.locale);
  const each = Object.entries(PAGE_LANGUAGES).map(([language, name]) =>
    language === now
      ? html`<b aria-current="true">${name}</b>`
      : html`<a href="${addressOfPage(query, { language })}" lang="${language}" hreflang="${language}">${name}</a>`,
  );
  return html`<nav aria-label="${publicWords(reader.locale).preferences.languages}">${each}</nav>`;
}

function topicsPart({ query, ...view }: View): Html {
  const words = publicWords(view.reader.locale).preferences.topics;
  const { topics } = view.preferences;
  const parts = Math.max(1, Math.ceil(topics.length / TOPICS_PER_PART));
  const part = Math.min(query.part, parts);
  const first = (part - 1) * TOPICS_PER_PART;
  const shown = topics.slice(first, first + TOPICS_PER_PART);
  const link = (to: number, label: string) =>
    html`<a class="link" href="${addressOfPage(query, { part: to })}">${label}</a> `;
  return html`<section class="topics" aria-labelledby="topics"><h2 id="topics" class="part sheer">${words.title}</h2>
${topics.length === 0 && html`<p>${words.none}</p>`}${shown.map((topic, i) => topicPart(topic, first + i, { query, ...view }))}
${parts > 1 && html`<nav class="part" aria-labelledby="topics"><p class="hint">${words.part(first + 1, first + shown.length, topics.length)}</p>${part > 1 && link(part - 1, words.earlier)}${part < parts && link(part + 1, words.later)}</nav>`}</section>
`;
}

/** Where addresses are changed, and what a person may ask about what is kept. */
function detailsPart({ query: { path }, reader }: View): Html | null {
  if (path === null) return null;
  const words = publicWords(reader.locale).preferences.details;
  const { canDownload, canAskErasure } = reader.workspace.personSide;
  const mayAsk = canDownload || canAskErasure;
  return html`<section class="part" aria-labelledby="details"><h2 id="details">${words.title}</h2>
<p><a class="link" href="${path}/address">${words.addresses}</a>${mayAsk && html`<br><a class="link" href="${path}/my-data">${words.kept}</a>`}</p></section>
`;
}

function stopPart({ preferences, reader }: View): Html | null {
  const words = publicWords(reader.locale).preferences.stop;
  const isOn = preferences.topics.some(
    ({ required, frequency }) => !required && frequency !== "off",
  );
  if (!isOn) return null;
  return html`<section class="part" aria-labelledby="stop"><h2 id="stop">${words.title}</h2><p class="hint">${words.text}</p>
${form("stop", "stop", html`<button type="submit" class="quiet">${words.button}</button>`)}</section>
`;
}
