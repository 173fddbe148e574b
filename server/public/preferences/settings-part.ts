import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { PAGE_LANGUAGE_TAGS } from "@/core/person-side/page-language";
import { cityOf } from "@/core/sentence/format-moment";
import { type Html, html } from "../html";
import { pageLocale } from "../reader-format";
import { publicWords } from "../words";
import { form, hidden, saveWithoutScript, select } from "./form";
import { languageName } from "./language-name";
import type { View } from "./load-view";

/** Zone, language of messages, and the channel that goes first. */
export const settingsPart = (view: View): Html =>
  html`${zonePart(view)}${languagePart(view)}${firstPart(view)}`;

const part = (id: string, title: string, hint: Html | string, content: Html): Html =>
  html`<section class="part"><h2><label for="${id}">${title}</label></h2><p class="hint" id="${id}-hint">${hint}</p>
${content}</section>
`;

function zonePart({ preferences, reader }: View): Html {
  const words = publicWords(reader.locale).preferences;
  const { zone, now, locale, workspace } = reader;
  const own = preferences.timeZone ?? "";
  const zones = Intl.supportedValuesOf("timeZone").map((one) => [one, one] as const);
  const kept = own === "" || zones.some(([one]) => one === own) ? [] : [[own, own] as const];
  const senders = ["", words.zone.senders(cityOf(workspace.timeZone))] as const;
  const format = { hour: "2-digit", minute: "2-digit", timeZone: zone } as const;
  const time = new Intl.DateTimeFormat(pageLocale(locale), format).format(now);
  const clock = html`<span id="clock" data-zone="${zone}" data-now="${now}" data-locale="${pageLocale(locale)}" data-words="${words.zone.clock("{time}")}">${words.zone.clock(time)}</span>`;
  return part(
    "zone",
    words.zone.title,
    clock,
    html`${form("zone", "zone", html`${select("zone", own, [senders, ...kept, ...zones], { id: "zone", hint: "zone-hint" })}${saveWithoutScript(words.topics.save)}`)}
<div id="use" hidden data-words="${words.zone.use("{city}")}">${form("use", "zone", html`${hidden("zone", "")}<button type="submit" class="quiet"></button>`)}</div>`,
  );
}

function languagePart({ preferences, reader }: View): Html {
  const words = publicWords(reader.locale).preferences;
  const { workspace, locale } = reader;
  const own = preferences.locale ?? "";
  const tags = new Set([...PAGE_LANGUAGE_TAGS, ...workspace.locales, ...(own ? [own] : [])]);
  const options = [...tags].map((tag) => [tag, languageName(tag, locale)] as const);
  const senders = [
    "",
    `${words.language.senders} (${languageName(workspace.locale, locale)})`,
  ] as const;
  return part(
    "language",
    words.language.title,
    words.language.hint,
    form(
      "language",
      "language",
      html`${select("language", own, [senders, ...options], { id: "language", hint: "language-hint" })}${saveWithoutScript(words.topics.save)}`,
    ),
  );
}

/** Only where there is more than one way to choose from. */
function firstPart({ preferences, reader }: View): Html | null {
  const words = publicWords(reader.locale).preferences;
  const [topic] = preferences.topics;
  const ways = PreferredChannel.options.filter((channel) =>
    topic?.channels.some((one) => one.channel === channel && one.reachable),
  );
  if (ways.length < 2) return null;
  const options = ways.map((channel) => [channel, words.channel[channel]] as const);
  const now = ways.find((channel) => channel === preferences.preferredChannel) ?? "";
  return part(
    "first",
    words.first.title,
    words.first.hint,
    form(
      "first",
      "first",
      html`${select("first", now, [["", words.first.none(reader.workspace.name)], ...options], { id: "first", hint: "first-hint" })}${saveWithoutScript(words.topics.save)}`,
    ),
  );
}
