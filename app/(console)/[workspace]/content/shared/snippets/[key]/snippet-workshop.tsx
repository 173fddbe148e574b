"use client";

import { useMemo, useState } from "react";
import { ContentPreview } from "@/components/contents/content-preview";
import { inEach } from "@/components/contents/in-each";
import { languageName } from "@/components/contents/language-name";
import { WorkshopFrame } from "@/components/contents/workshop-frame";
import { useLocale, useText } from "@/components/text/text-provider";
import { TextAreaField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { textProblems } from "@/core/template/content-problems";
import { SNIPPET_CHARS_MAX, Snippet } from "@/core/template/snippet";
import { isSame } from "@/core/workflow/compare/own";
import { saveSnippetAction } from "../../actions";
import type { WorkshopProps } from "../../shared-page";

type Props = WorkshopProps & { snippetKey: string; saved: Snippet };

/** A snippet in each of its languages, and an email that holds it. */
export function SnippetWorkshop({
  slug,
  snippetKey: key,
  saved,
  shown,
  languages,
  readOnly,
}: Props) {
  const t = useText();
  const locale = useLocale();
  const [snippet, setSnippet] = useState(saved);
  const { pending, failure, run } = useAction();
  const tags = [...new Set([...Object.keys(snippet.locales ?? {}), ...languages])];
  const draft = useMemo(() => {
    const content = { subject: key, body: `{% snippet "${key}" %}` };
    return { channel: "email" as const, content, locales: inEach(snippet.locales, content) };
  }, [key, snippet.locales]);
  const sender = useMemo(() => {
    const snippets = new Map(shown.sender.snippets).set(key, snippet);
    return { ...shown.sender, snippets };
  }, [shown.sender, key, snippet]);
  const problemOf = (text: string) => {
    const [problem] = textProblems(text, sender.snippets);
    return problem && t("layouts.problemAt", problem);
  };
  const write = (tag: string, text: string) => {
    const { [tag]: _, ...others } = snippet.locales ?? {};
    const locales = text === "" ? others : { ...others, [tag]: text };
    const { locales: __, ...rest } = snippet;
    setSnippet(Object.keys(locales).length === 0 ? rest : { ...rest, locales });
  };
  const read = Snippet.safeParse(snippet);
  return (
    <WorkshopFrame
      isChanged={!isSame(snippet, saved)}
      problems={read.success ? [] : [t("layouts.needsWords")]}
      {...{ readOnly, pending, failure }}
      onSave={() => {
        if (read.success) void run(() => saveSnippetAction(slug, { key, snippet: read.data }));
      }}
      preview={<ContentPreview {...shown} draft={draft} sender={sender} />}
    >
      <p className="ft-hint">
        {t("layouts.snippetUse")} <code className="text-xs">{`{% snippet "${key}" %}`}</code>
      </p>
      <TextAreaField
        label={t("layouts.words", { language: languageName(shown.workspace.locale, locale) })}
        error={problemOf(snippet.text)}
        rows={6}
        maxLength={SNIPPET_CHARS_MAX}
        readOnly={readOnly}
        value={snippet.text}
        onChange={(event) => setSnippet({ ...snippet, text: event.target.value })}
      />
      {tags.map((tag) => (
        <TextAreaField
          key={tag}
          label={t("layouts.words", { language: languageName(tag, locale) })}
          hint={snippet.locales?.[tag] === undefined ? t("layouts.notTranslated") : undefined}
          error={problemOf(snippet.locales?.[tag] ?? "")}
          rows={6}
          maxLength={SNIPPET_CHARS_MAX}
          readOnly={readOnly}
          lang={tag}
          value={snippet.locales?.[tag] ?? ""}
          onChange={(event) => write(tag, event.target.value)}
        />
      ))}
    </WorkshopFrame>
  );
}
