"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";

export type OwnerChoices = {
  teams: { key: string; name: string }[];
  people: { id: string; name: string }[];
  /** `team:billing` or `person:emp_1`; empty for nobody. */
  current: string;
};

export const isEmpty = ({ teams, people }: OwnerChoices): boolean =>
  teams.length + people.length === 0;

/** The team or the person that a form of `OwnerSelect` names. */
export function ownerIn(form: FormData): { team: string } | { personId: string } {
  const [kind, ...rest] = String(form.get("owner")).split(":");
  const id = rest.join(":");
  return kind === "team" ? { team: id } : { personId: id };
}

/** Every team and every colleague, in one list. */
export function OwnerSelect({
  label,
  owners,
  chosen,
}: {
  label: string;
  owners: OwnerChoices;
  chosen: string;
}) {
  const t = useText();
  return (
    <SelectField label={label} name="owner" defaultValue={chosen} required>
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
  );
}
