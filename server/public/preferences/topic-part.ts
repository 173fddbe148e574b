import { DIGEST_AT_DEFAULT } from "@/core/delivery/digest";
import { FREQUENCIES, type Frequency } from "@/core/delivery/gate-input";
import { ownWord } from "@/core/person-side/own-words";
import type { ChannelPreference, TopicPreference } from "@/server/people/person-preferences";
import { type Html, html } from "../html";
import { readerList } from "../reader-format";
import { publicWords } from "../words";
import { form, hidden, saveWithoutScript, select } from "./form";
import type { View } from "./load-view";

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

/** A topic with a box for each channel and how often it comes; one that is required is locked, and says why. */
export function topicPart(topic: TopicPreference, place: number, view: View): Html {
  const words = publicWords(view.reader.locale).preferences.topics;
  const { name, description, required } = topic;
  const badge = required && html` <small class="badge">${words.required}</small>`;
  const about = description && html`<p class="hint" dir="auto">${description}</p>`;
  return html`<fieldset class="topic" id="t${place}"><legend><bdi>${name}</bdi>${badge}</legend>${about}
${required ? lockedPart(topic, place, view) : optionalPart(topic, place, view)}</fieldset>
`;
}

function lockedPart(topic: TopicPreference, place: number, view: View): Html {
  const { locale, workspace } = view.reader;
  const words = publicWords(locale).preferences;
  const on = topic.channels.flatMap(({ channel, on }) => (on ? [words.channel[channel]] : []));
  const own = ownWord(workspace.personSide.pageWords, locale, "requiredContact");
  const contact = own ?? (view.contact && words.topics.contact(view.contact));
  return html`<div class="channels">${topic.channels.map((one) => box(topic, one, place, view))}</div>
<p class="hint">${words.topics.locked(workspace.name, readerList(on, locale))} ${contact}</p>`;
}

function optionalPart(topic: TopicPreference, place: number, view: View): Html {
  const words = publicWords(view.reader.locale).preferences;
  const reaching = topic.channels.filter(({ on, reachable }) => on && reachable);
  const [last] = reaching;
  const isOff = topic.frequency === "off";
  const hint = isOff
    ? null
    : !last
      ? words.topics.noChannel
      : reaching.length === 1
        ? words.topics.lastChannel(words.channel[last.channel])
        : null;
  const shown = topic.channels.filter(({ reachable }) => reachable);
  return html`${form(
    `c${place}`,
    "channels",
    html`${hidden("topic", topic.key)}${shown.map(({ channel }) => hidden("shown", channel))}<div class="channels">${topic.channels.map((one) => box(topic, one, place, view))}</div>${saveWithoutScript(words.topics.save)}`,
  )}${hint && html`<p class="hint">${hint}</p>`}
${frequencyPart(topic, place, view)}`;
}

function box(topic: TopicPreference, one: ChannelPreference, place: number, view: View): Html {
  const words = publicWords(view.reader.locale).preferences;
  const { channel, on, why } = one;
  const label = words.channel[channel];
  const isLocked = topic.required || why !== null;
  const reason =
    why === null
      ? null
      : why === "no_address"
        ? words.unreachable.no_address[channel]
        : words.unreachable[why];
  const id = `w${place}${channel}`;
  return html`<label class="option${isLocked && " off"}"><input type="checkbox" name="on" value="${channel}" data-save aria-label="${words.channelFor(label, topic.name)}" autocomplete="off"${on && why === null && html` checked`}${isLocked && html` disabled`}${reason && html` aria-describedby="${id}"`}><span>${label}${reason && html`<small id="${id}">${reason}</small>`}</span></label>
`;
}

function frequencyPart(topic: TopicPreference, place: number, view: View): Html {
  const words = publicWords(view.reader.locale).preferences.topics;
  const { frequency, digestAt } = topic;
  const time = digestAt ?? DIGEST_AT_DEFAULT;
  const isOff = frequency === "off";
  const isDigest = frequency === "daily" || frequency === "weekly";
  const way = (one: Frequency) =>
    html`<button type="submit" name="frequency" value="${one}" class="quiet" aria-pressed="${String(one === frequency)}">${frequencyWords(one, time, view)}${one === "as_it_happens" && html` <small>(${words.many})</small>`}</button>
`;
  const off = html`<button type="submit" name="frequency" value="off" class="quiet" aria-label="${words.turnOff(topic.name)}">${words.off}</button>`;
  const hours = HOURS.includes(time) ? HOURS : [time, ...HOURS];
  return html`${form(
    `f${place}`,
    "frequency",
    html`${hidden("topic", topic.key)}<details id="d${place}"><summary class="button quiet"><span>${words.howOften}: <b>${frequencyWords(frequency, time, view)}</b></span></summary><div class="ways">
${FREQUENCIES.filter((one) => one !== "off").map(way)}</div></details>${!isOff && off}`,
    "often",
  )}${
    isDigest &&
    html`${form(
      `g${place}`,
      "frequency",
      html`${hidden("topic", topic.key)}${hidden("frequency", frequency)}<label class="label" for="h${place}">${words.at}</label>${select(
        "digestAt",
        time,
        hours.map((hour) => [hour, hour] as const),
        { id: `h${place}` },
      )}${saveWithoutScript(words.save)}`,
      "time",
    )}<p class="hint">${words.dueSoon}</p>`
  }`;
}

/** “One message a day, at 17:00” */
export function frequencyWords(
  frequency: Frequency,
  time: string,
  { reader }: Pick<View, "reader">,
): string {
  const words = publicWords(reader.locale).preferences.topics;
  if (frequency === "daily") return words.daily(time);
  if (frequency === "weekly") return words.weekly(time);
  return words.frequency[frequency];
}
