import { PAGE_LANGUAGES } from "@/core/person-side/page-language";
import { pageLocale } from "../reader-format";

const OWN: Readonly<Record<string, string>> = PAGE_LANGUAGES;

/** “Deutsch”: a language by its own name where the pages speak it, else as the reader calls it. */
export function languageName(tag: string, locale: string): string {
  const own = OWN[tag.toLowerCase()];
  if (own) return own;
  try {
    return new Intl.DisplayNames([pageLocale(locale)], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
