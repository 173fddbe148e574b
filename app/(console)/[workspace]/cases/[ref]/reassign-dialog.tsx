"use client";

import { SelectField } from "@/components/ui/field";
import { reassignAction } from "./actions";
import { useVerb } from "./use-verb";
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
  slug,
  onClose,
  ...seen
}: VerbProps & { number: string; owners: OwnerChoices }) {
  const { pending, error, run, forget } = useVerb();
  const isEmpty = owners.teams.length + owners.people.length === 0;
  const submit = (form: FormData) => {
    const [kind, ...rest] = String(form.get("owner")).split(":");
    const id = rest.join(":");
    const owner = kind === "team" ? { team: id } : { personId: id };
    run(() => reassignAction(slug, { ...seen, owner }), onClose);
  };
  return (
    <VerbDialog
      title={`Reassign ${number}`}
      verb="Reassign case"
      disabled={isEmpty}
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      {isEmpty ? (
        <p className="text-ft-2">
          There is no team and nobody in one yet. Create a team through the API first.
        </p>
      ) : (
        <SelectField label="Owner" name="owner" defaultValue={owners.current} required>
          <option value="" disabled>
            Choose a team or a person
          </option>
          <optgroup label="Teams">
            {owners.teams.map(({ key, name }) => (
              <option key={key} value={`team:${key}`}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="People">
            {owners.people.map(({ id, name }) => (
              <option key={id} value={`person:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </SelectField>
      )}
    </VerbDialog>
  );
}
