"use client";

import { useMemo, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import type { Template } from "@/core/template/content";
import type { DraftTemplate } from "@/core/template/draft-template";
import { markdownToText } from "@/core/template/markdown-text";
import { plainMarks, previewContent } from "@/core/template/preview-content";
import { snippetsFor } from "@/core/template/snippet";
import { withWords } from "@/core/template/translation";
import type { Variable } from "@/core/template/variables";
import type { Instant } from "@/core/time";
import type { EditorFacts, ExamplePerson } from "@/core/workflow/editor-facts";
import { exampleScope, personExample } from "@/core/workflow/example-scope";
import {
  changesBehind,
  confirmed,
  contentIn,
  languagesMissing,
  withLanguage,
  withoutLanguage,
} from "./change-content";
import { ChannelFields } from "./channel-fields";
import { CopyAdvice } from "./copy-advice";
import { ContentContextProvider, type Source } from "./editor-context";
import { LanguageTabs } from "./language-tabs";
import { LayoutChoice } from "./layout-choice";
import type { Named } from "./named";
import { sourceOf } from "./source-of";

type Home = Pick<EditorFacts["workspace"], "locale" | "timeZone">;

export type ContentEditorProps = {
  draft: DraftTemplate;
  onChange: (next: DraftTemplate) => void;
  variables: readonly Variable[];
  people: readonly ExamplePerson[];
  workspace: Home;
  /** What its texts and its look can name. */
  named: Named;
  /** Moment of the examples. */
  now: Instant;
  /** What is live under this key, to tell which translations are behind; null where nothing is. */
  published?: Template | null;
  /** The language that is shown; kept here when absent. Null: the template's own. */
  language?: string | null;
  onLanguage?: (next: string | null) => void;
  /** The default words beside a translation; kept here when absent. */
  sideBySide?: boolean;
  onSideBySide?: (next: boolean) => void;
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
  named,
  now,
  published = null,
  language,
  onLanguage,
  sideBySide,
  onSideBySide,
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
  const [ownSide, setOwnSide] = useState(false);
  const isBeside = tag !== null && (sideBySide ?? ownSide);
  const showBeside = (next: boolean) => {
    if (next && tag === null) show(tags[0] ?? null);
    setOwnSide(next);
    onSideBySide?.(next);
  };
  const consoleLocale = useLocale();
  const behind = useMemo(() => {
    const all = Object.keys(draft.locales ?? {});
    return new Map(all.map((each) => [each, changesBehind(draft, each, published)]));
  }, [draft, published]);
  const source: Source | null = useMemo(() => {
    if (tag === null) return null;
    const home = workspace.locale;
    return {
      ...sourceOf({ draft, tag, home }, behind.get(tag) ?? [], consoleLocale),
      sideBySide: isBeside,
      confirm: (piece) => onChange(confirmed(draft, tag, published, piece)),
    };
  }, [draft, tag, workspace.locale, behind, consoleLocale, isBeside, onChange, published]);
  const locale = tag ?? workspace.locale;
  const content = contentIn(draft, tag);
  const example = useMemo(() => {
    const person = personExample(people[0] ?? null, workspace);
    const scope = exampleScope(variables, {
      ...{ person, zone: person.timeZone, now, isDataMissing: false },
    });
    const snippets = snippetsFor(named.snippets, { locale, home: workspace.locale });
    const settings = { locale, zone: workspace.timeZone, now, snippets };
    const { rendered, missing } = previewContent(content, scope, settings);
    return {
      subject: plainMarks(rendered.subject ?? "", missing),
      title: plainMarks(rendered.title ?? "", missing),
      text: plainMarks(markdownToText(rendered.body), missing),
    };
  }, [content, variables, people, workspace, named, now, locale]);
  return (
    <ContentContextProvider
      variables={variables}
      zone={workspace.timeZone}
      readOnly={readOnly}
      source={source}
    >
      <section aria-label={t("contents.editor")} className="@container grid gap-5">
        <LanguageTabs
          tags={tags}
          tag={tag}
          onTag={show}
          home={workspace.locale}
          behind={new Map([...behind].map(([each, changes]) => [each, changes.length]))}
          sideBySide={isBeside}
          onSideBySide={showBeside}
          onUpToDate={(of) => onChange(confirmed(draft, of, published))}
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
          onChange={(next) => onChange(withWords(draft, tag, next))}
          locale={locale}
        />
        {draft.channel === "email" ? (
          <LayoutChoice
            layout={draft.layout}
            layouts={named.layouts}
            onChange={({ layout }) => {
              const { layout: _, ...rest } = draft;
              onChange(layout === undefined ? rest : { ...rest, layout });
            }}
            readOnly={readOnly}
          />
        ) : null}
        <CopyAdvice content={content} channel={draft.channel} snippets={named.snippets} />
      </section>
    </ContentContextProvider>
  );
}
