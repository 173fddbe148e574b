"use client";

import { useState } from "react";
import type { z } from "zod";
import { ContentEditor } from "@/components/contents/content-editor";
import { ContentPreview, type Sender } from "@/components/contents/content-preview";
import { fieldName } from "@/components/contents/field-name";
import { Segments } from "@/components/contents/segments";
import { TestSend } from "@/components/contents/test-send";
import type { Text } from "@/components/text/text";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { LeaveGuard } from "@/components/ui/leave-guard";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { useKeptWords } from "@/components/ui/use-kept-words";
import type { Template } from "@/core/template/content";
import { DraftTemplate, finished } from "@/core/template/draft-template";
import type { Variable } from "@/core/template/variables";
import { isSame } from "@/core/workflow/compare/own";
import type { ExamplePerson } from "@/core/workflow/editor-facts";
import { saveTemplateAction, testSendAction } from "../actions";
import { keepInAddress } from "./keep-in-address";
import { paramsOf, settingsIn, type TemplateParams } from "./search-params";

type Props = {
  slug: string;
  templateKey: string;
  saved: Template;
  variables: readonly Variable[];
  people: readonly ExamplePerson[];
  workspace: { locale: string; timeZone: string };
  sender: Sender;
  topic: { key: string; name: string } | null;
  now: number;
  given: TemplateParams;
  whyNot: string | null;
  me: string;
  isSandbox: boolean;
};

/** What is still empty, with its language where it is not the default one: `locales.de.actions.0.url`. */
function emptyField(path: string, t: Text): string {
  const [, tag, rest = ""] = /^(?:content|locales\.([^.]+))\.(.+)$/.exec(path) ?? [];
  const name = fieldName(rest, t);
  return tag === undefined ? name : `${name} (${tag})`;
}

/** Examples as they cross to the server. */
const toJson = (value: unknown): z.core.util.JSONType => JSON.parse(JSON.stringify(value));

/** A template outside any workflow: written and seen side by side, saved when asked to. */
export function TemplateWorkshop(props: Props) {
  const { slug, templateKey: key, saved, given, whyNot, ...shared } = props;
  const { variables, people, workspace, sender, topic, now } = shared;
  const t = useText();
  const locale = useLocale();
  const [draft, setDraft] = useState<DraftTemplate>(saved);
  const [view, setView] = useState(given.view);
  const [language, setLanguage] = useState(given.words ?? null);
  const [sideBySide, setSideBySide] = useState(given.side === "on");
  const { pending, failure, run } = useAction();
  const isChanged = !isSame(draft, saved);
  const forget = useKeptWords(`followthrough words ${props.me} ${slug}/${key}`, {
    saved: saved as DraftTemplate,
    words: draft,
    restore: (kept) => {
      const read = DraftTemplate.safeParse(kept);
      if (read.success && whyNot === null) setDraft(read.data);
    },
  });
  const ready = finished(draft);
  const save = () => {
    if (ready.ok) void run(() => saveTemplateAction(slug, { key, template: ready.template }));
  };
  const hiddenOnPhone = (of: typeof view) => (view === of ? "" : "max-lg:hidden");
  return (
    <div className="grid gap-4">
      <LeaveGuard isUnsaved={isChanged} onLeave={forget} />
      <div className="flex flex-wrap items-center gap-3">
        <div className="lg:hidden">
          <Segments
            label={t("contents.tabs")}
            options={[
              { value: "write", label: t("contents.writeTab") },
              { value: "preview", label: t("contents.previewTab") },
            ]}
            value={view}
            onChange={(next) => {
              setView(next);
              keepInAddress({ view: next === "preview" ? next : null });
            }}
          />
        </div>
        {whyNot ? null : (
          <>
            <Button
              look="primary"
              pending={pending}
              isDisabled={!isChanged || !ready.ok}
              onPress={save}
            >
              {t("contents.save")}
            </Button>
            <span role="status" className="text-xs text-ft-3">
              {t(isChanged ? "contents.unsaved" : "contents.saved")}
            </span>
          </>
        )}
      </div>
      {whyNot ? null : <p className="ft-hint">{t("contents.liveHint")}</p>}
      {ready.ok ? null : (
        <Note tone="due">
          {t("contents.unfinished", {
            fields: new Intl.ListFormat(locale).format([
              ...new Set(ready.issues.map(({ path }) => emptyField(path, t))),
            ]),
          })}
        </Note>
      )}
      {failure ? (
        <Note tone="failed">
          {failure.message} {failure.errors.map(({ message }) => message).join("; ")}
        </Note>
      ) : null}
      <div
        className={`grid gap-8 ${
          sideBySide && language !== null
            ? "2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
            : "lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        }`}
      >
        <div className={hiddenOnPhone("write")}>
          <ContentEditor
            {...{ draft, variables, people, workspace, now }}
            named={sender}
            onChange={setDraft}
            published={saved}
            language={language}
            onLanguage={(next) => {
              setLanguage(next);
              keepInAddress({ words: next });
            }}
            sideBySide={sideBySide}
            onSideBySide={(next) => {
              setSideBySide(next);
              keepInAddress({ side: next ? "on" : null });
            }}
            readOnly={whyNot !== null}
          />
        </div>
        <div
          className={`lg:sticky lg:top-[calc(var(--ft-bar)+var(--ft-page-bar)+16px)] lg:max-h-[calc(100dvh-var(--ft-bar)-var(--ft-page-bar)-32px)] lg:self-start lg:overflow-y-auto ${hiddenOnPhone("preview")}`}
        >
          <ContentPreview
            {...{ draft, variables, people, workspace, sender, topic, now }}
            initial={settingsIn(given)}
            onSettings={(next) => keepInAddress(paramsOf(next))}
            testSend={({ locale, personId }) => (
              <TestSend
                channel={draft.channel}
                me={props.me}
                whyNot={whyNot}
                isSandbox={props.isSandbox}
                onSend={(to) =>
                  testSendAction(slug, {
                    key,
                    draft,
                    locale,
                    personId,
                    variables: variables.flatMap(({ path, example }) =>
                      example === undefined ? [] : [{ path, example: toJson(example) }],
                    ),
                    to,
                  })
                }
              />
            )}
          />
        </div>
      </div>
    </div>
  );
}
