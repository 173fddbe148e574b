"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { FileLook } from "@/server/workflows/import-file";
import { lookAtFileAction } from "../actions";
import { ImportFound } from "./import-found";
import { ProblemList } from "./problem-list";

type Looked = { text: string; look: FileLook };

const TEXT_ID = "import-text";

/** What was pasted or read from a file stays in the field, whatever is wrong with it. */
export function ImportForm({
  slug,
  charsMax,
  yamlCharsMax,
}: {
  slug: string;
  charsMax: number;
  yamlCharsMax: number;
}) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const [text, setText] = useState("");
  const [looked, setLooked] = useState<Looked>();
  const [unread, setUnread] = useState<
    "newworkflow.importTooLong" | "newworkflow.importUnreadable"
  >();
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  const check = (given: string, as?: string) =>
    run(
      () => lookAtFileAction(slug, { text: given, ...(as !== undefined && { as }) }),
      (look) => setLooked({ text: given, look }),
    );
  const change = (next: string) => {
    setText(next);
    setUnread(undefined);
    forget();
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > charsMax) return setUnread("newworkflow.importTooLong");
    const read = await utf8Of(file);
    if (read === null) return setUnread("newworkflow.importUnreadable");
    change(read);
    check(read);
  };
  const goTo = (line: number, column: number) => {
    const { current } = area;
    if (!current) return;
    const lines = text.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = before + column - 1;
    current.focus();
    current.setSelectionRange(at, before + (lines[line - 1]?.length ?? 0));
    const height = current.scrollHeight / Math.max(1, lines.length);
    current.scrollTop = Math.max(0, (line - 3) * height);
  };
  // What was found belongs to the text it was found in.
  const look = looked?.text === text ? looked.look : undefined;
  return (
    <div className="grid gap-4">
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          check(text);
        }}
      >
        <TextAreaField
          ref={area}
          label={t("newworkflow.importText")}
          hint={t("newworkflow.importLimit", {
            json: Math.floor(charsMax / 1_000),
            yaml: Math.floor(yamlCharsMax / 1_000),
          })}
          name={TEXT_ID}
          rows={16}
          value={text}
          required
          spellCheck={false}
          autoComplete="off"
          maxLength={charsMax}
          className="overflow-x-auto font-mono text-xs whitespace-pre"
          onChange={(event) => change(event.currentTarget.value)}
        />
        <div className="flex flex-wrap items-center gap-2">
          <input
            ref={input}
            type="file"
            accept=".json,.yaml,.yml,application/json,application/yaml,text/yaml"
            aria-label={t("newworkflow.importFile")}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
          <Button onPress={() => input.current?.click()}>
            <Upload aria-hidden="true" />
            {t("newworkflow.importChoose")}
          </Button>
          <Button
            type="submit"
            look={look?.ok ? "secondary" : "primary"}
            pending={pending && !look}
            isDisabled={text.trim() === ""}
          >
            {t("newworkflow.importCheck")}
          </Button>
        </div>
      </form>
      {unread ? (
        <Note tone="failed">{t(unread, { size: Math.floor(charsMax / 1_000) })}</Note>
      ) : null}
      {failure ? <Note tone="failed">{failure.message}</Note> : null}
      {look && !look.ok ? <ProblemList {...look} onGoTo={goTo} /> : null}
      {look?.ok ? (
        <ImportFound {...{ slug, text, look }} onTaken={(key) => check(text, key)} />
      ) : null}
    </div>
  );
}

async function utf8Of(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
