/** The languages the sentences are written in. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/i;

/** The language for a reader's locale; English for those that have none of their own. */
export function languageOf(locale: string): Language {
  return /^de\b/i.test(locale) ? "de" : "en";
}

/**
 * The locale for dates and numbers: the reader's own where the words are in the same language.
 * Plain `en` names no country; day before month is what most of its readers expect.
 */
export function formatLocaleOf(locale: string, language: string = languageOf(locale)): string {
  const same = LOCALE.test(locale) && new RegExp(`^${language}-`, "i").test(locale);
  if (same && isSupported(locale)) return locale;
  return language === "en" ? "en-GB" : language;
}

function isSupported(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
