import type { OwnPageWord } from "@/core/person-side/own-words";
import { PAGE_LANGUAGE_TAGS, type PageLanguage } from "@/core/person-side/page-language";
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
  return Object.fromEntries(
    PAGE_LANGUAGE_TAGS.map((language) => [language, wordsIn(language)]),
  ) as Record<PageLanguage, Record<OwnPageWord, string>>;
}
