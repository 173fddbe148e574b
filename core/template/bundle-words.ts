/** The fixed words of a message that lists several matters. */
type BundleWords = {
  /** All of them are open. */
  waiting: (n: number) => string;
  /** Some are over and only told of. */
  messages: (n: number) => string;
  due: (date: string, relative: string) => string;
  wasDue: (date: string, relative: string) => string;
  open: string;
  /** Behind the first ones. */
  more: (n: number) => string;
  why: (n: number) => string;
};

const WORDS = {
  en: {
    waiting: (n) => `${n} things wait for you`,
    messages: (n) => `${n} messages for you`,
    due: (date, relative) => `Due ${date} (${relative})`,
    wasDue: (date, relative) => `Was due ${date} (${relative})`,
    open: "Open",
    more: (n) => `and ${n} more`,
    why: (n) => `You get this message because ${n} matters are about you, collected into one.`,
  },
  de: {
    waiting: (n) => `${n} Dinge warten auf Sie`,
    messages: (n) => `${n} Nachrichten für Sie`,
    due: (date, relative) => `Fällig am ${date} (${relative})`,
    wasDue: (date, relative) => `War fällig am ${date} (${relative})`,
    open: "Öffnen",
    more: (n) => `und ${n} weitere`,
    why: (n) => `Sie bekommen diese eine Nachricht zu ${n} Vorgängen, die Sie betreffen.`,
  },
} as const satisfies Record<string, BundleWords>;

type BundleLocale = keyof typeof WORDS;
const isBundleLocale = (tag: string): tag is BundleLocale => Object.hasOwn(WORDS, tag);

/** The words for a locale's language; English where there are none. */
export function bundleWords(locale: string): BundleWords {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? "en";
  return WORDS[isBundleLocale(language) ? language : "en"];
}
