"use client";

import { useText } from "@/components/text/text-provider";
import { TextAreaField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { cancelAction } from "./actions";
import { VerbDialog, type VerbProps } from "./verb-dialog";

const TEXT_MAX = 4_000;

export function CancelDialog({ number, slug, onClose, ...seen }: VerbProps) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const submit = (form: FormData) =>
    run(() => cancelAction(slug, { ...seen, reason: String(form.get("reason")) }), onClose);
  return (
    <VerbDialog
      title={t("case.cancelTitle", { number })}
      verb={t("case.cancelVerb")}
      danger
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <p className="text-ft-2">{t("case.cancelNote")}</p>
      <TextAreaField
        label={t("case.reason")}
        hint={t("case.reasonHint")}
        name="reason"
        required
        maxLength={TEXT_MAX}
      />
    </VerbDialog>
  );
}
