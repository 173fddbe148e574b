"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { useAction } from "@/components/ui/use-action";
import { publishAction, publishPreview } from "./actions";

type Preview = Extract<Awaited<ReturnType<typeof publishPreview>>, { ok: true }>["value"];

/** What publishing changes and for whom, and then the button. */
export function PublishDialog({
  slug,
  workflow,
  next,
  onClose,
}: {
  slug: string;
  workflow: string;
  /** The number the version will have. */
  next: number;
  onClose: () => void;
}) {
  const t = useText();
  const [preview, setPreview] = useState<Preview>();
  const [unseen, setUnseen] = useState<string>();
  const { pending, failure, run } = useAction();
  const look = useEffectEvent((of: string, key: string) =>
    answerOf(() => publishPreview(of, { key }), t, "ui.noAnswerToast"),
  );
  useEffect(() => {
    let current = true;
    look(slug, workflow).then((result) => {
      if (!current) return;
      setUnseen(result.ok ? undefined : result.message);
      if (result.ok) setPreview(result.value);
    });
    return () => {
      current = false;
    };
  }, [slug, workflow]);
  const blocked = preview?.checks.some(({ severity }) => severity === "problem") ?? true;
  const submit = (form: FormData) => {
    if (!preview) return;
    const inFlight = form.get("inFlight") === "move" ? "move" : "finish";
    const note = String(form.get("note") ?? "");
    const { confirmToken } = preview;
    run(() => publishAction(slug, { key: workflow, confirmToken, inFlight, note }), onClose);
  };
  const error = unseen ?? failure?.message;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("workflows.publish", { version: next })}
      size="lg"
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        {preview ? <Shown preview={preview} /> : error ? null : <Skeleton height={80} />}
        {preview && !blocked ? (
          <>
            {preview.impact.inFlight > 0 ? (
              <SelectField label={t("workflows.openCases")} name="inFlight" defaultValue="finish">
                <option value="finish">{t("workflows.finish")}</option>
                <option value="move">{t("workflows.moveTo", { version: next })}</option>
              </SelectField>
            ) : null}
            <TextField label={t("workflows.note")} hint={t("workflows.noteHint")} name="note" />
          </>
        ) : null}
        {error ? <Note tone="failed">{error}</Note> : null}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t("workflows.keepDraft")}</Button>
          <Button type="submit" look="primary" pending={pending} isDisabled={!preview || blocked}>
            {t("workflows.publish", { version: next })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Shown({ preview: { changes, checks, impact } }: { preview: Preview }) {
  const t = useText();
  return (
    <>
      <section className="grid gap-1">
        <h3 className="ft-label">{t("workflows.whoTouched")}</h3>
        <p>
          {t("workflows.inFlight", { n: impact.inFlight })}
          {impact.startsPerDay === null
            ? ""
            : ` ${t("workflows.perDay", { n: impact.startsPerDay })}`}
        </p>
        {impact.landing.length > 0 ? (
          <ul className="list-disc ps-5 text-ft-2">
            {impact.landing.map(({ version, step, cases, landsOn }) => (
              <li key={`${version} ${step}`}>
                {t("workflows.landing", {
                  n: cases,
                  step: step ?? t("workflows.theStart"),
                  version,
                  to: landsOn ?? t("workflows.theEnd"),
                })}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section className="grid gap-1">
        <h3 className="ft-label">{t("workflows.changes")}</h3>
        {changes.length === 0 ? <p className="text-ft-2">{t("workflows.same")}</p> : null}
        <ul className="grid max-h-56 gap-1 overflow-y-auto">
          {changes.map(({ kind, what, before, after }) => (
            <li key={`${kind} ${what}`}>
              <span className="font-medium">{t("workflows.kind", { kind, what })}</span>
              {before ? <del className="block text-ft-3">{before}</del> : null}
              {after ? <ins className="block no-underline">{after}</ins> : null}
            </li>
          ))}
        </ul>
      </section>
      {checks.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="ft-label">{t("workflows.checksTitle")}</h3>
          {checks.map(({ severity, message, fix, path }) => (
            <Note key={`${path} ${message}`} tone={severity === "problem" ? "failed" : "due"}>
              {message} {fix}
            </Note>
          ))}
        </section>
      ) : null}
    </>
  );
}
