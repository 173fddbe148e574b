"use client";

import { useText } from "@/components/text/text-provider";
import { useAction } from "@/components/ui/use-action";
import type { CaseBefore } from "@/core/case/take-back";
import { reassignAction } from "./actions";
import { isEmpty, type OwnerChoices, OwnerSelect, ownerIn } from "./owner-select";
import { useTakenBack } from "./use-taken-back";
import { VerbDialog, type VerbProps } from "./verb-dialog";

export function ReassignDialog({
  number,
  owners,
  before,
  slug,
  onClose,
  ...seen
}: VerbProps & { owners: OwnerChoices; before: CaseBefore }) {
  const t = useText();
  const offerUndo = useTakenBack(slug);
  const { pending, failure, run, forget } = useAction();
  const submit = (form: FormData) => {
    const owner = ownerIn(form);
    run(
      () => reassignAction(slug, { ...seen, owner }),
      () => {
        onClose();
        const words = {
          done: t("case.reassigned", { number }),
          undone: t("case.givenBack", { number }),
        };
        offerUndo(seen.caseId, { verb: "reassign", owner }, before, words);
      },
    );
  };
  return (
    <VerbDialog
      title={t("case.reassignTitle", { number })}
      verb={t("case.reassignVerb")}
      disabled={isEmpty(owners)}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      {isEmpty(owners) ? (
        <p className="text-ft-2">{t("case.noOwners")}</p>
      ) : (
        <>
          <OwnerSelect label={t("case.owner")} owners={owners} chosen={owners.current} />
          <p className="text-ft-2">{t("case.reassignNote")}</p>
        </>
      )}
    </VerbDialog>
  );
}
