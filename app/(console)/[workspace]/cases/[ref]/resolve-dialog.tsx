"use client";

import { useText } from "@/components/text/text-provider";
import { CheckboxField, SelectField, TextAreaField } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { useAction } from "@/components/ui/use-action";
import { resolveAction } from "./actions";
import { usePreview } from "./moves";
import { VerbDialog, type VerbProps } from "./verb-dialog";

const NOTE_MAX = 4_000;

export function ResolveDialog({
  number,
  onDone,
  slug,
  onClose,
  ...seen
}: VerbProps & { onDone: (confirmed: boolean) => void }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const preview = usePreview(slug, seen.caseId, { kind: "resolve" });
  const leaving = preview?.moves.flatMap(({ what, to }) => (to === null ? [] : [what])) ?? [];
  const confirmations = [...new Set(leaving)];
  const submit = (form: FormData) => {
    const note = String(form.get("note") ?? "").trim();
    const confirm = form.get("confirm") === "on";
    run(
      () =>
        resolveAction(slug, {
          ...seen,
          outcome: String(form.get("outcome")),
          ...(note ? { note } : {}),
          ...(confirmations.length > 0 ? { confirm } : {}),
        }),
      () => onDone(confirm && confirmations.length > 0),
    );
  };
  return (
    <VerbDialog
      title={t("case.resolveTitle", { number })}
      verb={t("case.resolveVerb")}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <p className="text-ft-2">{t("case.resolveNote")}</p>
      <SelectField label={t("case.outcome")} name="outcome">
        <option value="resolved">{t("case.outcomeResolved")}</option>
        <option value="not_needed">{t("case.outcomeNotNeeded")}</option>
        <option value="could_not">{t("case.outcomeCouldNot")}</option>
      </SelectField>
      <TextAreaField
        label={t("case.note")}
        hint={t("case.optionalNote")}
        name="note"
        maxLength={NOTE_MAX}
      />
      {preview ? null : <Skeleton height={20} width="60%" />}
      {confirmations.length > 0 ? (
        <div className="grid gap-1">
          <CheckboxField
            label={t("case.sendConfirmations")}
            hint={t("case.confirmationsHint")}
            name="confirm"
            defaultChecked
          />
          <ul className="ms-6 list-disc ps-4 text-ft-2">
            {confirmations.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {preview && confirmations.length === 0 ? (
        <p className="text-ft-2">{t("case.noConfirmations")}</p>
      ) : null}
    </VerbDialog>
  );
}
