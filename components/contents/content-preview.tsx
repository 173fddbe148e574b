"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Note } from "@/components/ui/note";
import { pickContent } from "@/core/template/content";
import type { DraftTemplate } from "@/core/template/draft-template";
import type { EmailBrand } from "@/core/template/email-look";
import { usableLocale } from "@/core/template/formats";
import { type ContentPreview as Preview, previewContent } from "@/core/template/preview-content";
import { snippetsFor } from "@/core/template/snippet";
import type { Variable } from "@/core/template/variables";
import type { Instant } from "@/core/time";
import type { EditorFacts, ExamplePerson } from "@/core/workflow/editor-facts";
import { exampleScope, personExample } from "@/core/workflow/example-scope";
import { EmailPreview } from "./email-preview";
import { MissingList } from "./missing-list";
import { brandIn, type Named } from "./named";
import { InAppPreview, PushPreview, SmsPreview } from "./other-previews";
import { PreviewControls, type PreviewSettings } from "./preview-controls";

/** Who an email is from, the mark it carries, and what contents can name. */
export type Sender = Named & { from: string | null; brand: EmailBrand };

export type ContentPreviewProps = {
  draft: DraftTemplate;
  variables: readonly Variable[];
  people: readonly ExamplePerson[];
  workspace: Pick<EditorFacts["workspace"], "locale" | "timeZone">;
  sender: Sender;
  /** Of the template, else of the workflow. */
  topic: { key: string; name: string } | null;
  now: Instant;
  /** What it begins with, over the first person and a light desktop. */
  initial?: Partial<PreviewSettings>;
  /** Told of each change, for an address that holds it. */
  onSettings?: (next: PreviewSettings) => void;
  /** Below the controls: a way to send what is shown to oneself. */
  testSend?: (shown: { locale: string; personId: string | null }) => ReactNode;
};

/** One message as one person would get it: rendered here, with what the worker renders with. */
export function ContentPreview(props: ContentPreviewProps) {
  const { draft, variables, people, workspace, sender, topic, now, initial, onSettings } = props;
  const t = useText();
  const [settings, setSettings] = useState<PreviewSettings>({
    personId: people[0]?.id ?? null,
    language: null,
    device: "desktop",
    scheme: "light",
    images: true,
    part: "html",
    isDataMissing: false,
    ...initial,
  });
  const change = (next: PreviewSettings) => {
    setSettings(next);
    onSettings?.(next);
  };
  const person = people.find(({ id }) => id === settings.personId) ?? null;
  const { isDataMissing } = settings;
  const locale = usableLocale(settings.language ?? person?.locale ?? workspace.locale);
  const home = workspace.locale;
  const content = pickContent(draft, locale, home);
  const preview: Preview = useMemo(() => {
    const facts = personExample(person, workspace);
    const scope = exampleScope(variables, {
      ...{ person: facts, zone: facts.timeZone, now, isDataMissing },
    });
    const snippets = snippetsFor(sender.snippets, { locale, home });
    return previewContent(content, scope, { locale, zone: facts.timeZone, now, snippets });
  }, [content, variables, person, workspace, now, isDataMissing, locale, home, sender.snippets]);
  const languageOf = (tag: string) => tag.split("-")[0];
  const isFallback =
    content === draft.content && languageOf(locale) !== languageOf(workspace.locale);
  const caseSubject = variables.find(({ path }) => path === "case.subject")?.example;
  return (
    <section aria-label={t("contents.preview")} className="grid gap-4">
      <PreviewControls
        settings={settings}
        onChange={change}
        people={people}
        languages={[workspace.locale, ...Object.keys(draft.locales ?? {})]}
        channel={draft.channel}
      />
      {isFallback ? <Note>{t("contents.fallbackNote", { locale })}</Note> : null}
      <div role="status">
        {preview.missing.length > 0 ? (
          <Note tone="due">
            {t(preview.missing[0]?.isAwaited ? "contents.awaitedNote" : "contents.missingNote", {
              n: preview.missing.length,
            })}
          </Note>
        ) : null}
      </div>
      {draft.channel === "email" ? (
        <EmailPreview
          {...{ preview, locale, topic, settings }}
          sender={{ from: sender.from, brand: brandIn(sender.brand, sender, draft.layout) }}
          caseSubject={typeof caseSubject === "string" ? caseSubject : "…"}
        />
      ) : draft.channel === "sms" ? (
        <SmsPreview preview={preview} locale={locale} />
      ) : draft.channel === "push" ? (
        <PushPreview
          preview={preview}
          locale={locale}
          sender={sender.brand.name}
          device={settings.device === "watch" ? "watch" : "phone"}
        />
      ) : (
        <InAppPreview preview={preview} locale={locale} />
      )}
      <MissingList missing={preview.missing} />
      {props.testSend?.({ locale, personId: settings.personId })}
    </section>
  );
}
