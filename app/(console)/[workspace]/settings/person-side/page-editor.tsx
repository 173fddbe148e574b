"use client";

import { type ReactNode, useState } from "react";
import { SavedCheckbox } from "@/components/settings/saved-fields";
import { SettingsSection } from "@/components/settings/settings-page";
import type { SaveResult } from "@/components/settings/use-saved";
import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { OWN_PAGE_WORDS, type OwnPageWord, type OwnWords } from "@/core/person-side/own-words";
import {
  PAGE_LANGUAGE_TAGS,
  PAGE_LANGUAGES,
  type PageLanguage,
  publicLanguageOf,
} from "@/core/person-side/page-language";
import { savePersonSideAction } from "./actions";
import { OwnWordField } from "./own-word-field";
import { PagePreview } from "./page-preview";

const WORDS = Object.keys(OWN_PAGE_WORDS) as OwnPageWord[];
const SWITCHES = ["canDownload", "canAskErasure"] as const;

type Props = {
  slug: string;
  locked: boolean;
  personSide: { canDownload: boolean; canAskErasure: boolean; pageWords: OwnWords };
  /** Our words, where none of theirs stand. */
  ours: Record<PageLanguage, Record<OwnPageWord, string>>;
  person: { id: string; name: string | null; locale: string | null } | null;
  workspaceLocale: string;
  choices: readonly { id: string; name: string | null }[];
  brand: ReactNode;
  nobody: ReactNode;
};

/** What can be changed about the preference page, and beside it the page as one person sees it. */
export function PageEditor(props: Props) {
  const { slug, locked, personSide, ours, person, workspaceLocale, choices, brand, nobody } = props;
  const t = useText();
  const [language, setLanguage] = useState(() =>
    publicLanguageOf(person?.locale ?? workspaceLocale),
  );
  const [words, setWords] = useState(personSide.pageWords);
  const [saves, setSaves] = useState(0);
  const save = async (change: Parameters<typeof savePersonSideAction>[1]): Promise<SaveResult> => {
    const result = await savePersonSideAction(slug, change);
    if (result.ok) setSaves((n) => n + 1);
    return result;
  };
  const saveWord = (word: OwnPageWord) => async (text: string) => {
    const result = await save({ pageWords: { [language]: { [word]: text } } });
    if (result.ok) {
      setWords((all) => ({ ...all, [language]: { ...all[language], [word]: text } }));
    }
    return result;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
        <SettingsSection id="may-ask" title={t("personside.mayAsk")}>
          {SWITCHES.map((name) => (
            <SavedCheckbox
              key={name}
              label={t(`personside.${name}`)}
              hint={t(`personside.${name}Hint`)}
              initial={personSide[name]}
              locked={locked}
              save={(on) => save({ [name]: on })}
            />
          ))}
        </SettingsSection>
        <SettingsSection id="words" title={t("personside.words")} lead={t("personside.wordsLead")}>
          <SelectField
            label={t("personside.language")}
            hint={t("personside.languageHint")}
            value={language}
            onChange={(event) => setLanguage(publicLanguageOf(event.target.value))}
          >
            {PAGE_LANGUAGE_TAGS.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {PAGE_LANGUAGES[tag]}
              </option>
            ))}
          </SelectField>
          {WORDS.map((word) => (
            <OwnWordField
              key={`${language}-${word}`}
              label={t(`personside.word_${word}`)}
              language={language}
              initial={words[language]?.[word] ?? ""}
              ours={ours[language][word]}
              charsMax={OWN_PAGE_WORDS[word]}
              locked={locked}
              save={saveWord(word)}
            />
          ))}
        </SettingsSection>
        {brand}
      </div>
      {person ? (
        <PagePreview {...{ slug, person, language, choices, saves }} />
      ) : (
        <div>{nobody}</div>
      )}
    </div>
  );
}
