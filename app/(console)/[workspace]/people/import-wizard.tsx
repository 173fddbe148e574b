"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { ImportPreview, ImportResult } from "@/server/people/import-people";
import { importAction, previewImportAction } from "./actions";
import { IMPORT_CHARS_MAX } from "./import-limit";
import { Counts, DoneLists, PreviewTables, RefusedList } from "./import-preview";

type Chosen = { name: string; text: string; preview: ImportPreview };

/** The file stays in the page until it is imported: whatever fails, it need not be chosen again. */
export function ImportWizard({ slug, rowsMax }: { slug: string; rowsMax: number }) {
  const t = useText();
  const locale = useLocale();
  const { pending, failure, run, forget } = useAction();
  const [chosen, setChosen] = useState<Chosen>();
  const [result, setResult] = useState<ImportResult>();
  const [tooLong, setTooLong] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    forget();
    const text = await textOf(file);
    setTooLong(text.length > IMPORT_CHARS_MAX);
    if (text.length > IMPORT_CHARS_MAX) return;
    run(
      () => previewImportAction(slug, { text }),
      (preview) => {
        setChosen({ name: file.name, text, preview });
        setResult(undefined);
      },
    );
  };

  const startOver = () => {
    setResult(undefined);
    setChosen(undefined);
  };
  if (result) return <Done slug={slug} result={result} onAgain={startOver} />;
  const { counts } = chosen?.preview ?? {};
  const writes = counts ? counts.created + counts.changed : 0;
  return (
    <div className="grid gap-4">
      <section className="grid gap-3 border-y border-ft-subtle bg-ft-surface px-4 py-4">
        <p className="ft-prose">{t("people.importLead")}</p>
        <p className="text-ft-2">{t("people.importColumns")}</p>
        <p className="text-xs text-ft-3">
          {t("people.importLimits", { size: IMPORT_CHARS_MAX / 1_000, rows: rowsMax })}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            aria-label={t("people.importFile")}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
          <Button
            look={chosen ? "secondary" : "primary"}
            pending={pending && !chosen}
            onPress={() => input.current?.click()}
          >
            <Upload aria-hidden="true" />
            {chosen ? t("people.importOther") : t("people.importChoose")}
          </Button>
          {chosen ? <span className="text-ft-2">{chosen.name}</span> : null}
        </div>
        {tooLong ? (
          <Note tone="failed">
            {t("people.importTooLong", { size: (IMPORT_CHARS_MAX / 1_000).toLocaleString(locale) })}
          </Note>
        ) : null}
        {failure ? (
          <Note tone="failed">
            <p>{failure.message}</p>
            <p>{t("people.importNothingLost")}</p>
          </Note>
        ) : null}
      </section>
      {chosen && counts ? (
        <>
          <section aria-labelledby="import-preview" className="grid gap-3">
            <h2 id="import-preview" className="text-base font-semibold">
              {t("people.importWhat")}
            </h2>
            <Counts counts={counts} done={false} />
            <p className="text-ft-2">{t("people.importMerge")}</p>
            <PreviewTables preview={chosen.preview} />
            <DoneLists lines={chosen.preview.lines} teams={chosen.preview.teams} />
            <RefusedList refused={chosen.preview.refused} total={counts.refused} />
          </section>
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              pending={pending}
              isDisabled={writes === 0}
              onPress={() => run(() => importAction(slug, { text: chosen.text }), setResult)}
            >
              {t("people.importVerb", { n: writes })}
            </Button>
            <ButtonLink href={`/${slug}/people`}>{t("common.cancel")}</ButtonLink>
          </div>
          {writes === 0 ? <p className="text-ft-2">{t("people.importNothing")}</p> : null}
        </>
      ) : null}
    </div>
  );
}

function Done({
  slug,
  result,
  onAgain,
}: {
  slug: string;
  result: ImportResult;
  onAgain: () => void;
}) {
  const t = useText();
  const { counts, refused, refusedFile } = result;
  return (
    <section className="grid gap-4">
      <div role="status">
        <Note tone={counts.refused === 0 ? "resolved" : "due"}>
          {t(counts.refused === 0 ? "people.importDone" : "people.importPartly")}
        </Note>
      </div>
      <Counts counts={counts} done />
      <RefusedList refused={refused} total={counts.refused} />
      <div className="flex flex-wrap gap-2">
        {refusedFile === null ? null : (
          <Button onPress={() => download(refusedFile)}>{t("people.importErrors")}</Button>
        )}
        <ButtonLink href={`/${slug}/people`} look="primary">
          {t("people.importToList")}
        </ButtonLink>
        <Button look="tertiary" onPress={onAgain}>
          {t("people.importAgain")}
        </Button>
      </div>
      {refusedFile === null ? null : (
        <p className="text-xs text-ft-3">{t("people.importErrorsHint")}</p>
      )}
    </section>
  );
}

/** UTF-8, or what older spreadsheets write where it is not. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "people-refused.csv";
  link.click();
  URL.revokeObjectURL(url);
}
