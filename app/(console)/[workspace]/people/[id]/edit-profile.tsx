"use client";

import { useState } from "react";
import { JsonField } from "@/components/events/json-field";
import { jsonProblem } from "@/components/events/json-problem";
import { FormDialog } from "@/components/people/form-dialog";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { LanguageField, ZoneField } from "@/components/people/profile-fields";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { updatePersonAction } from "./actions";

type Props = {
  slug: string;
  person: {
    id: string;
    name: string | null;
    timeZone: string | null;
    locale: string | null;
    managerId: string | null;
    attributes: Record<string, unknown>;
  };
  choices: PersonChoice[];
  workspaceZone: string;
};

/** The button beside the profile, and the form behind it. */
export function EditProfile(props: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" aria-label={t("people.editProfile")} onPress={() => setOpen(true)}>
        {t("common.edit")}
      </Button>
      {open ? <ProfileDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ProfileDialog({
  slug,
  person,
  choices,
  workspaceZone,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const submit = (text: (name: string) => string) => {
    const json = text("attributes");
    if (json !== "" && jsonProblem(json)) return;
    const profile = {
      personId: person.id,
      name: text("name") || null,
      timeZone: text("timeZone") || null,
      locale: text("locale") || null,
      managerId: text("managerId") || null,
      attributes: json === "" ? {} : JSON.parse(json),
    };
    run(() => updatePersonAction(slug, profile), onClose);
  };
  return (
    <FormDialog
      title={t("people.editProfile")}
      verb={t("people.saveProfile")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("people.name")}
        name="name"
        defaultValue={person.name ?? ""}
        maxLength={200}
        error={errorOf(failure, "name")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ZoneField
          value={person.timeZone}
          none={t("people.zoneOfWorkspace", { zone: workspaceZone })}
          error={errorOf(failure, "timeZone")}
        />
        <LanguageField value={person.locale} />
      </div>
      <PersonField
        label={t("people.manager")}
        hint={t("people.managerHint")}
        name="managerId"
        value={person.managerId}
        choices={choices}
        error={errorOf(failure, "managerId")}
      />
      <JsonField
        label={t("people.attributes")}
        hint={t("people.attributesHint")}
        name="attributes"
        value={JSON.stringify(person.attributes, null, 2)}
        rows={6}
        mayBeEmpty
        error={errorOf(failure, "attributes")}
      />
    </FormDialog>
  );
}
