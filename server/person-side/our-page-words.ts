import { type OwnPageWord, PAGE_LANGUAGES, type PageLanguage } from "@/core/person-side/own-words";
import { publicWords } from "@/server/public/words";

/** Stands where the page has a masked address. */
const ADDRESS = "m•••@example.com";

/** What the preference page says where an operator has no words of their own; empty where it says nothing. */
export function ourPageWords(sender: string): Record<PageLanguage, Record<OwnPageWord, string>> {
  const wordsIn = (language: string): Record<OwnPageWord, string> => {
    const { preferences } = publicWords(language);
    return {
      title: preferences.title(sender),
      lead: preferences.lead(ADDRESS),
      pauseIntro: "",
      requiredContact: "",
      footer: "",
    };
  };
  const languages = Object.keys(PAGE_LANGUAGES) as PageLanguage[];
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language)])) as Record<
    PageLanguage,
    Record<OwnPageWord, string>
  >;
}
