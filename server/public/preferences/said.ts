import { contactHoursOf, presetOf } from "@/core/calendar/contact-hours";
import type { PreferenceChange } from "@/core/contracts/preference-change";
import { DIGEST_AT_DEFAULT } from "@/core/delivery/digest";
import { cityOf } from "@/core/sentence/format-moment";
import type { PersonPreferences } from "@/server/people/person-preferences";
import type { Reader } from "../link";
import { readerMoment } from "../reader-format";
import { publicWords } from "../words";
import { languageName } from "./language-name";
import { frequencyWords } from "./topic-part";

/** What a change came to: Reviews to do, now “One message a day, at 17:00”. */
export function said(change: PreferenceChange, after: PersonPreferences, reader: Reader): string {
  const { locale, workspace, zone, now } = reader;
  const words = publicWords(locale).preferences;
  const topicOf = (key: string) => after.topics.find((topic) => topic.key === key);
  const often = (key: string) => {
    const topic = topicOf(key);
    if (!topic) return words.history.preferences;
    const time = topic.digestAt ?? DIGEST_AT_DEFAULT;
    const text = frequencyWords(topic.frequency, time, { reader });
    return words.topics.nowOften(topic.name, text);
  };
  if ("stop" in change) return words.stop.done;
  if ("topics" in change) {
    const [key, ...others] = Object.keys(change.topics);
    return key !== undefined && others.length === 0 ? often(key) : words.topics.restored;
  }
  if ("channel" in change) {
    const name = topicOf(change.topic)?.name ?? change.topic;
    const say = change.on ? words.topics.nowOn : words.topics.nowOff;
    return say(name, words.channel[change.channel]);
  }
  if ("topic" in change) return often(change.topic);
  if ("pausedUntil" in change) {
    if (change.pausedUntil === null) return words.pause.resumed;
    const until = readerMoment(Date.parse(change.pausedUntil), zone, locale, now);
    return words.pause.now(until);
  }
  if ("quietHours" in change) {
    const preset = presetOf(contactHoursOf(change.quietHours));
    const hours = preset === null ? words.hours.own : words.hours.preset[preset];
    return words.hours.now(hours);
  }
  if ("timeZone" in change) {
    return words.zone.now(cityOf(change.timeZone ?? workspace.timeZone));
  }
  if ("locale" in change) {
    return words.language.now(languageName(change.locale ?? workspace.locale, locale));
  }
  const { preferredChannel } = change;
  return words.first.now(preferredChannel && words.channel[preferredChannel]);
}
