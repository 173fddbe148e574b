"use client";

import { DialogButton } from "@/components/people/dialog-button";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { changeTeamAction } from "../actions";

/** The button above the members, and the form behind it. */
export function AddMember({
  slug,
  teamKey,
  people,
}: {
  slug: string;
  teamKey: string;
  people: PersonChoice[];
}) {
  const t = useText();
  return (
    <DialogButton
      label={t("teams.addMember")}
      size="sm"
      act={(text) =>
        changeTeamAction(slug, {
          key: teamKey,
          change: { change: "add", personId: text("personId") },
        })
      }
    >
      {(failure) => (
        <PersonField
          label={t("teams.member")}
          hint={t("teams.memberHint")}
          name="personId"
          choices={people}
          required
          error={errorOf(failure, "personId")}
        />
      )}
    </DialogButton>
  );
}
