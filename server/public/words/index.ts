import { ar } from "./ar";
import { de } from "./de";
import { en } from "./en";
import type { PublicWords } from "./words";

/** One more language is one more folder and its name here. */
const WORDS = { en, de, ar } as const satisfies Record<string, PublicWords>;

type PublicLanguage = keyof typeof WORDS;
export const PUBLIC_LANGUAGES = Object.keys(WORDS) as PublicLanguage[];

/** The language the public pages have for a locale; null where they have none of it. */
export function spokenLanguage(locale: string): PublicLanguage | null {
  const [tag] = locale.toLowerCase().split(/[-_]/);
  return PUBLIC_LANGUAGES.find((language) => language === tag) ?? null;
}

/** As `spokenLanguage`; English for readers of any other. */
export const publicLanguageOf = (locale: string): PublicLanguage => spokenLanguage(locale) ?? "en";

/** The words for a reader's locale; English where there are none. */
export const publicWords = (locale: string): PublicWords => WORDS[publicLanguageOf(locale)];
