"use client";

import { type Ref, useState } from "react";
import { useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { SelectField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";

type Choice = { id: string; name: string | null };

/**
 * Who supervises a team, chosen where it is missing: saved as soon as somebody is picked. `fieldRef`
 * is for whoever puts the focus here.
 */
export function LeadPicker({
  team,
  members,
  others,
  save,
  onChosen,
  disabled,
  fieldRef,
}: {
  team: { key: string; name: string; leadId: string | null };
  members: readonly Choice[];
  /** People who are not in the team; offered behind its members. */
  others: readonly Choice[];
  save: (teamKey: string, leadId: string) => Promise<ActionAnswer<unknown>>;
  onChosen: (leadId: string) => void;
  /** Why this reader may not choose. */
  disabled?: string | undefined;
  fieldRef?: Ref<HTMLSelectElement>;
}) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const [chosen, setChosen] = useState(team.leadId ?? "");
  const inTeam = new Set(members.map(({ id }) => id));
  const outside = others.filter(({ id }) => !inTeam.has(id));
  const choose = (leadId: string) => {
    if (leadId === "" || pending) return;
    setChosen(leadId);
    run(
      () => save(team.key, leadId),
      () => onChosen(leadId),
    );
  };
  return (
    <SelectField
      ref={fieldRef}
      label={t("remedies.leadOf", { team: team.name })}
      hint={disabled ?? t("remedies.leadHint")}
      error={failure?.message}
      value={failure ? (team.leadId ?? "") : chosen}
      disabled={disabled !== undefined}
      aria-busy={pending}
      data-field="lead"
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="" disabled>
        {t("remedies.noLead")}
      </option>
      {members.length > 0 ? (
        <optgroup label={t("remedies.members")}>{members.map(option)}</optgroup>
      ) : null}
      {outside.length > 0 ? (
        <optgroup label={t("remedies.others")}>{outside.map(option)}</optgroup>
      ) : null}
    </SelectField>
  );
}

const option = ({ id, name }: Choice) => (
  <option key={id} value={id}>
    {name ?? id}
  </option>
);
