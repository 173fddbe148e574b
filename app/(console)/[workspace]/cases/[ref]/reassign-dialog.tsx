"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import type { CaseBefore } from "@/core/case/take-back";
import { reassignAction } from "./actions";
import { useTakenBack } from "./use-taken-back";
import { VerbDialog, type VerbProps } from "./verb-dialog";

export type OwnerChoices = {
  teams: { key: string; name: string }[];
  people: { id: string; name: string }[];
  /** `team:billing` or `person:emp_1`; empty for nobody. */
  current: string;
};

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
  const isEmpty = owners.teams.length + owners.people.length === 0;
  const submit = (form: FormData) => {
    const [kind, ...rest] = String(form.get("owner")).split(":");
    const id = rest.join(":");
    const owner = kind === "team" ? { team: id } : { personId: id };
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
      disabled={isEmpty}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      {isEmpty ? (
        <p className="text-ft-2">{t("case.noOwners")}</p>
      ) : (
        <>
          <SelectField label={t("case.owner")} name="owner" defaultValue={owners.current} required>
            <option value="" disabled>
              {t("case.chooseOwner")}
            </option>
            <optgroup label={t("case.teams")}>
              {owners.teams.map(({ key, name }) => (
                <option key={key} value={`team:${key}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t("case.people")}>
              {owners.people.map(({ id, name }) => (
                <option key={id} value={`person:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </SelectField>
          <p className="text-ft-2">{t("case.reassignNote")}</p>
        </>
      )}
    </VerbDialog>
  );
}
