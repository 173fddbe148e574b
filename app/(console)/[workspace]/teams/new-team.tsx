"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import type { PersonChoice } from "@/components/people/person-field";
import { useCreate } from "@/components/shortcuts/use-create";
import { type TeamChoice, TeamFields } from "@/components/teams/team-fields";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { keyOf } from "@/components/ui/key-of";
import { useAction } from "@/components/ui/use-action";
import { createTeamAction } from "./actions";

type Props = {
  slug: string;
  people: PersonChoice[];
  teams: TeamChoice[];
  calendars: string[];
  workspaceZone: string;
};

/** The button above the list, and the form behind it. */
export function NewTeam(props: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  useCreate(t("teams.new"), () => setOpen(true));
  return (
    <>
      <Button look="primary" aria-keyshortcuts="c" onPress={() => setOpen(true)}>
        {t("teams.new")}
      </Button>
      {open ? <NewTeamDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NewTeamDialog({ slug, onClose, ...choices }: Props & { onClose: () => void }) {
  const t = useText();
  const router = useRouter();
  const { pending, failure, run } = useAction();
  const submit = (text: (name: string) => string) => {
    const key = text("key") || keyOf(text("name"));
    const team = {
      key,
      name: text("name"),
      leadId: text("leadId") || null,
      calendar: text("calendar") || null,
      timeZone: text("timeZone") || null,
      parent: text("parent") || null,
    };
    run(
      () => createTeamAction(slug, team),
      () => router.push(`/${slug}/teams/${encodeURIComponent(key)}`),
    );
  };
  return (
    <FormDialog
      title={t("teams.new")}
      verb={t("teams.create")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <TeamFields team={null} {...choices} failure={failure} />
      <TextField
        label={t("teams.key")}
        hint={t("teams.keyHint")}
        name="key"
        maxLength={128}
        pattern="[A-Za-z0-9._:\-]+"
        autoComplete="off"
        error={errorOf(failure, "key")}
      />
    </FormDialog>
  );
}
