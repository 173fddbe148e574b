"use client";

import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
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
  const [open, setOpen] = useState(false);
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setOpen(false);
    forget();
  };
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t("teams.addMember")}
      </Button>
      {open ? (
        <FormDialog
          title={t("teams.addMember")}
          verb={t("teams.addMember")}
          {...{ pending, failure }}
          onClose={close}
          onSubmit={(text) =>
            run(
              () =>
                changeTeamAction(slug, {
                  key: teamKey,
                  change: { change: "add", personId: text("personId") },
                }),
              close,
            )
          }
        >
          <PersonField
            label={t("teams.member")}
            hint={t("teams.memberHint")}
            name="personId"
            choices={people}
            required
            error={errorOf(failure, "personId")}
          />
        </FormDialog>
      ) : null}
    </>
  );
}
