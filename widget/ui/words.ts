/** Sentences with a number `{n}`: one form for each plural category that the language has. */
export type CountedKey =
  | "bell.todo"
  | "bell.unread"
  | "fresh"
  | "earlier"
  | "readAll.done"
  | "reply.left"
  | "news"
  | "undo.in";

/** Sentences of one form; `{name}` stands where something is put in. */
export type PlainKey =
  | "title"
  | "close"
  | "more"
  | "moreActions"
  | "tabs"
  | "tab.all"
  | "tab.todo"
  | "tab.snoozed"
  | "tab.archived"
  | "readAll"
  | "loadMore"
  | "loading"
  | "empty.all"
  | "empty.todo"
  | "empty.snoozed"
  | "empty.archived"
  | "empty.topic"
  | "offline"
  | "unreachable"
  | "due"
  | "late"
  | "isUnread"
  | "snooze"
  | "unsnooze"
  | "read"
  | "unread"
  | "archive"
  | "unarchive"
  | "done.answered"
  | "done.choice"
  | "done.by"
  | "done.someone"
  | "done.yours"
  | "done.theirs"
  | "done.put_off"
  | "done.escalated"
  | "done.closed"
  | "undo"
  | "retry"
  | "fail.offline"
  | "fail.no_token"
  | "fail.refused"
  | "fail.busy"
  | "fail.server"
  | "fail.closed"
  | "needsConnection"
  | "snooze.hint"
  | "putOff.hint"
  | "at.hour"
  | "at.evening"
  | "at.tomorrow"
  | "at.week"
  | "at.pick"
  | "at.when"
  | "at.set"
  | "at.past"
  | "snoozedFrom"
  | "snoozedUntil"
  | "archived"
  | "reply.label"
  | "send"
  | "cancel"
  | "newTab"
  | "preferences"
  | "why"
  | "dismiss"
  | "open"
  | "toasts"
  | "banner"
  | "prefs.running"
  | "prefs.paused"
  | "prefs.pause"
  | "prefs.day"
  | "prefs.week"
  | "prefs.resume"
  | "prefs.required"
  | "prefs.unreachable"
  | "prefs.often"
  | "prefs.as_it_happens"
  | "prefs.daily"
  | "prefs.weekly"
  | "prefs.last_reminder"
  | "prefs.off"
  | "prefs.email"
  | "prefs.sms"
  | "prefs.push"
  | "prefs.in_app"
  | "prefs.channelOf"
  | "prefs.saved"
  | "prefs.undone"
  | "prefs.all";

export type Words = Readonly<
  Record<PlainKey | `${CountedKey}.other`, string> &
    Partial<Record<`${CountedKey}.${Intl.LDMLPluralRule}`, string>>
>;

const LANGUAGES: Record<string, () => Promise<Words>> = {
  en: async () => (await import("./words/en")).en,
  de: async () => (await import("./words/de")).de,
  ar: async () => (await import("./words/ar")).ar,
};

const baseOf = (lang: string): string => lang.toLowerCase().split("-")[0] ?? "";

/** The language whose words are shown for what the page says: its own where we have it, else English. */
export const languageOf = (lang: string): string => (baseOf(lang) in LANGUAGES ? lang : "en");

/** The words of a language, fetched when they are first wanted. */
export function loadWords(lang: string): Promise<Words> {
  const load = LANGUAGES[baseOf(lang)] ?? LANGUAGES.en;
  return load ? load() : Promise.reject(new Error("No words"));
}
