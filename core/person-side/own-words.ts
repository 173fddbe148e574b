import { publicLanguageOf } from "./page-language";

/**
 * The words of the preference page that an operator can say differently, and how many characters
 * theirs may have. The others are about what the page does, and stay true only as they are.
 */
export const OWN_PAGE_WORDS = {
  title: 80,
  lead: 300,
  pauseIntro: 300,
  requiredContact: 200,
  footer: 300,
} as const;
export type OwnPageWord = keyof typeof OWN_PAGE_WORDS;

/** An operator's own words by language, then by name. */
export type OwnWords = { readonly [language: string]: { readonly [word: string]: string } };

/** The operator's word on a reader's page; undefined where ours is to stand. */
export const ownWord = (words: OwnWords, locale: string, word: OwnPageWord): string | undefined =>
  words[publicLanguageOf(locale)]?.[word] || undefined;
