"use client";

import { useText } from "@/components/text/text-provider";
import { useAction } from "@/components/ui/use-action";
import { handOverAction } from "./actions";
import { isEmpty, type OwnerChoices, OwnerSelect, ownerIn } from "./owner-select";
import { VerbDialog, type VerbProps } from "./verb-dialog";

export function HandOverDialog({
  number,
  owners,
  slug,
  onClose,
  ...seen
}: VerbProps & { owners: OwnerChoices }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const submit = (form: FormData) =>
    run(() => handOverAction(slug, { ...seen, to: ownerIn(form) }), onClose);
  return (
    <VerbDialog
      title={t("case.handOverTitle", { number })}
      verb={t("case.handOverVerb")}
      disabled={isEmpty(owners)}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      {isEmpty(owners) ? (
        <p className="text-ft-2">{t("case.noOwners")}</p>
      ) : (
        <>
          <OwnerSelect label={t("case.handOverTo")} owners={owners} chosen="" />
          <p className="text-ft-2">{t("case.handOverNote")}</p>
        </>
      )}
    </VerbDialog>
  );
}
