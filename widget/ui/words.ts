/** Sentences with a number `{n}`: one form for each plural category that the language has. */
type FirstCountedKey = "fresh" | "earlier";
type LaterCountedKey = "readAll.done" | "reply.left" | "news" | "undo.in";

/** Sentences of one form that a first look at the panel has; `{name}` stands where something is put in. */
type FirstKey =
  | "title"
  | "close"
  | "more"
  | "moreActions"
  | "tabs"
  | "tab.all"
  | "tab.todo"
  | "tab.snoozed"
  | "loadMore"
  | "loading"
  | "empty.all"
  | "empty.todo"
  | "empty.snoozed"
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
  | "done.answered"
  | "done.replied"
  | "done.by"
  | "done.someone"
  | "done.yours"
  | "done.theirs"
  | "done.put_off"
  | "done.escalated"
  | "done.closed"
  | "needsConnection"
  | "snoozedFrom"
  | "snoozedUntil"
  | "newTab"
  | "preferences"
  | "why";

/** Those that are needed once somebody does something there. */
type LaterKey =
  | "tab.archived"
  | "readAll"
  | "readAll.loaded"
  | "empty.archived"
  | "unarchive"
  | "undo"
  | "retry"
  | "fail.offline"
  | "fail.no_token"
  | "fail.refused"
  | "fail.busy"
  | "fail.server"
  | "fail.closed"
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
  | "archived"
  | "reply.label"
  | "send"
  | "cancel"
  | "dismiss"
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

export type CountedKey = FirstCountedKey | LaterCountedKey;
export type PlainKey = FirstKey | LaterKey;

type Sentences<Plain extends string, Counted extends string> = Readonly<
  Record<Plain | `${Counted}.other`, string> &
    Partial<Record<`${Counted}.${Intl.LDMLPluralRule}`, string>>
>;
export type Words = Sentences<FirstKey, FirstCountedKey>;
export type LaterWords = Sentences<LaterKey, LaterCountedKey>;
export type AllWords = Words & LaterWords;

const LANGUAGES: Record<string, () => Promise<Words>> = {
  en: async () => (await import("./words/en")).en,
  de: async () => (await import("./words/de")).de,
  ar: async () => (await import("./words/ar")).ar,
};

const baseOf = (lang: string): string => lang.toLowerCase().split("-")[0] ?? "";

/** The locale in which the page is spoken to: its own where we have its language, else English. */
export const localeOf = (lang: string): string => (baseOf(lang) in LANGUAGES ? lang : "en");

/** The words of a language for a first look, fetched when they are first wanted. */
export function loadWords(lang: string): Promise<Words> {
  const load = LANGUAGES[baseOf(lang)] ?? LANGUAGES.en;
  return load ? load() : Promise.reject(new Error("No words"));
}
