"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { keyOf } from "@/components/ui/key-of";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import type { FileLook } from "@/server/workflows/import-file";
import { importFileAction } from "../actions";

type Found = Extract<FileLook, { ok: true }>;

/** A file that can be imported: what it holds, under which name, and what it would replace. */
export function ImportFound({
  slug,
  text,
  look,
  onTaken,
}: {
  slug: string;
  text: string;
  look: Found;
  /** Somebody else's workflow has this key: look again, to ask before its draft is replaced. */
  onTaken: (key: string) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  const [name, setName] = useState(look.name ?? "");
  const [key, setKey] = useState(look.key);
  const [asking, setAsking] = useState(false);
  const { counts, changed, missing, taken } = look;
  const shownKey = key ?? keyOf(name);
  const replaces = taken && shownKey === look.key ? taken : null;
  const list = new Intl.ListFormat(locale);
  const submit = async () => {
    const input = { text, key: shownKey, name, replaces: replaces?.revision ?? null };
    const worked = await run(
      () => importFileAction(slug, input),
      (made) => router.push(`/${slug}/workflows/${encodeURIComponent(made)}/edit`),
    );
    setAsking(false);
    if (!worked && replaces === null) onTaken(shownKey);
  };
  return (
    <section aria-labelledby="import-found" className="grid max-w-xl gap-4">
      <div role="status">
        <Note tone="resolved">
          <h2 id="import-found" className="font-semibold">
            {t("newworkflow.importFound")}
          </h2>
          <p>{t("newworkflow.importHas", counts)}</p>
        </Note>
      </div>
      {changed.length > 0 ? (
        <Note>
          <p>{t("newworkflow.importChanged", { n: changed.length })}</p>
          <p className="text-xs text-ft-2">{list.format(changed)}</p>
        </Note>
      ) : null}
      {missing.length > 0 ? (
        <Note tone="due">{t("newworkflow.importMissing", { keys: list.format(missing) })}</Note>
      ) : null}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (replaces) setAsking(true);
          else void submit();
        }}
      >
        <TextField
          label={t("newworkflow.name")}
          name="name"
          value={name}
          required
          maxLength={120}
          autoComplete="off"
          error={errorOf(failure, "name")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t("newworkflow.key")}
          hint={replaces ? t("newworkflow.importOtherKey") : t("newworkflow.keyHint")}
          name="key"
          value={shownKey}
          required
          maxLength={128}
          autoComplete="off"
          spellCheck={false}
          error={errorOf(failure, "key")}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        {failure ? <Note tone="failed">{failure.message}</Note> : null}
        <div>
          <Button type="submit" look="primary" pending={pending}>
            {t(replaces ? "newworkflow.importReplace" : "newworkflow.importVerb")}
          </Button>
        </div>
      </form>
      {replaces ? (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t("newworkflow.importReplaceTitle", { name: replaces.name })}
          verb={t("newworkflow.importReplace")}
          pending={pending}
          onConfirm={() => void submit()}
        >
          {t("newworkflow.importReplaceBody", {
            key: shownKey,
            hasDraft: replaces.hasDraft ? "yes" : "no",
            hasTests: counts.scenarios > 0 ? "yes" : "no",
          })}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
