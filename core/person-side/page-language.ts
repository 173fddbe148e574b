/** The languages the pages of the people speak, each by its own name. */
export const PAGE_LANGUAGES = { en: "English", de: "Deutsch", ar: "العربية" } as const;
export type PageLanguage = keyof typeof PAGE_LANGUAGES;

export const PAGE_LANGUAGE_TAGS = Object.keys(PAGE_LANGUAGES) as PageLanguage[];

/** The language the pages have for a locale; null where they have none of it. */
export function spokenLanguage(locale: string): PageLanguage | null {
  const [tag] = locale.toLowerCase().split(/[-_]/);
  return PAGE_LANGUAGE_TAGS.find((language) => language === tag) ?? null;
}

/** As `spokenLanguage`; English for readers of any other. */
export const publicLanguageOf = (locale: string): PageLanguage => spokenLanguage(locale) ?? "en";
