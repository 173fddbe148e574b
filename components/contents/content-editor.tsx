"use client";

import { useMemo, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { Template } from "@/core/template/content";
import type { DraftTemplate } from "@/core/template/draft-template";
import { markdownToText } from "@/core/template/markdown-text";
import { plainMarks, previewContent } from "@/core/template/preview-content";
import type { Variable } from "@/core/template/variables";
import type { Instant } from "@/core/time";
import type { EditorFacts, ExamplePerson } from "@/core/workflow/editor-facts";
import { exampleScope, personExample } from "@/core/workflow/example-scope";
import {
  contentIn,
  languagesBehind,
  languagesMissing,
  withContent,
  withLanguage,
  withoutLanguage,
} from "./change-content";
import { ChannelFields } from "./channel-fields";
import { CopyAdvice } from "./copy-advice";
import { ContentContextProvider } from "./editor-context";
import { LanguageTabs } from "./language-tabs";

type Home = Pick<EditorFacts["workspace"], "locale" | "timeZone">;

export type ContentEditorProps = {
  draft: DraftTemplate;
  onChange: (next: DraftTemplate) => void;
  variables: readonly Variable[];
  people: readonly ExamplePerson[];
  workspace: Home;
  /** Moment of the examples. */
  now: Instant;
  /** What is live under this key, to tell which translations are behind; null where nothing is. */
  published?: Template | null;
  /** The language that is shown; kept here when absent. Null: the template's own. */
  language?: string | null;
  onLanguage?: (next: string | null) => void;
  readOnly?: boolean;
};

/**
 * The words of one template on its channel, in each of its languages, with what would read better. Every
 * input gives a whole new draft; nothing is kept here but the language that is shown.
 */
export function ContentEditor({
  draft,
  onChange,
  variables,
  people,
  workspace,
  now,
  published = null,
  language,
  onLanguage,
  readOnly = false,
}: ContentEditorProps) {
  const t = useText();
  const [own, setOwn] = useState<string | null>(null);
  const wanted = language === undefined ? own : language;
  const tags = Object.keys(draft.locales ?? {});
  const tag = wanted !== null && tags.includes(wanted) ? wanted : null;
  const show = (next: string | null) => {
    setOwn(next);
    onLanguage?.(next);
  };
  const locale = tag ?? workspace.locale;
  const content = contentIn(draft, tag);
  const example = useMemo(() => {
    const person = personExample(people[0] ?? null, workspace);
    const scope = exampleScope(variables, { person, now, isDataMissing: false });
    const settings = { locale, zone: workspace.timeZone, now };
    const { rendered, missing } = previewContent(content, scope, settings);
    return {
      subject: plainMarks(rendered.subject ?? "", missing),
      title: plainMarks(rendered.title ?? "", missing),
      text: plainMarks(markdownToText(rendered.body), missing),
    };
  }, [content, variables, people, workspace, now, locale]);
  return (
    <ContentContextProvider variables={variables} zone={workspace.timeZone} readOnly={readOnly}>
      <section aria-label={t("contents.editor")} className="grid gap-5">
        <LanguageTabs
          tags={tags}
          tag={tag}
          onTag={show}
          home={workspace.locale}
          behind={languagesBehind(draft, published)}
          missing={languagesMissing(
            draft,
            people.map((person) => person.locale),
            workspace.locale,
          )}
          onAdd={(next) => {
            onChange(withLanguage(draft, next));
            show(next);
          }}
          onRemove={(gone) => {
            onChange(withoutLanguage(draft, gone));
            show(null);
          }}
        />
        <ChannelFields
          key={tag ?? ""}
          channel={draft.channel}
          content={content}
          example={example}
          onChange={(next) => onChange(withContent(draft, tag, next))}
          locale={locale}
        />
        <CopyAdvice content={content} channel={draft.channel} />
      </section>
    </ContentContextProvider>
  );
}
