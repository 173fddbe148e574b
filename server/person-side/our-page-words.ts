import { type OwnPageWord, PAGE_LANGUAGES, type PageLanguage } from "@/core/person-side/own-words";
import { publicWords } from "@/server/public/words";

/** What the preference page says where an operator has no words of their own; empty where theirs come on top. */
export function ourPageWords(sender: string): Record<PageLanguage, Record<OwnPageWord, string>> {
  const wordsIn = (language: string): Record<OwnPageWord, string> => {
    const { preferences } = publicWords(language);
    return {
      title: preferences.title(sender),
      lead: "",
      pauseIntro: preferences.pause.intro,
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
