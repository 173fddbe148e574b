import { languageOf } from "@/core/sentence/locale";

type Words = Record<"stop" | "start" | "help", (sender: string) => string>;

const WORDS: Record<"en" | "de", Words> = {
  en: {
    stop: (sender) =>
      `${sender}: you will get no more messages at this number. Answer START to get them again.`,
    start: (sender) => `${sender}: you get messages at this number again. Answer STOP to end them.`,
    help: (sender) =>
      `${sender} writes to this number about matters that are open with you. Answer STOP to end it.`,
  },
  de: {
    stop: (sender) =>
      `${sender}: Sie bekommen an diese Nummer keine Nachrichten mehr. Mit START bekommen Sie wieder welche.`,
    start: (sender) =>
      `${sender}: Sie bekommen an diese Nummer wieder Nachrichten. STOP beendet sie.`,
    help: (sender) =>
      `${sender} schreibt an diese Nummer über Ihre offenen Vorgänge. STOP beendet das.`,
  },
};

/** The one SMS that answers STOP, START or HELP. */
export const noticeText = (kind: keyof Words, sender: string, locale: string): string =>
  WORDS[languageOf(locale)][kind](sender);
