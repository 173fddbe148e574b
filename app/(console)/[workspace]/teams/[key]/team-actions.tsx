"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import type { PersonChoice } from "@/components/people/person-field";
import { type TeamChoice, TeamFields, type TeamSettings } from "@/components/teams/team-fields";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import { changeTeamAction, deleteTeamAction } from "../actions";

type Props = {
  slug: string;
  teamKey: string;
  team: TeamSettings;
  people: PersonChoice[];
  teams: TeamChoice[];
  calendars: string[];
  workspaceZone: string;
};

/** Edit and delete a team. */
export function TeamActions({ slug, teamKey, team, ...choices }: Props) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState<"edit" | "delete">();
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setOpen(undefined);
    forget();
  };
  const save = (text: (name: string) => string) => {
    const change = {
      change: "settings" as const,
      name: text("name"),
      leadId: text("leadId") || null,
      calendar: text("calendar") || null,
      timeZone: text("timeZone") || null,
      parent: text("parent") || null,
    };
    run(() => changeTeamAction(slug, { key: teamKey, change }), close);
  };
  return (
    <>
      <Button look="tertiary" onPress={() => setOpen("delete")}>
        {t("teams.delete")}
      </Button>
      <Button onPress={() => setOpen("edit")}>{t("teams.edit")}</Button>
      {open === "edit" ? (
        <FormDialog
          title={t("teams.edit")}
          verb={t("teams.save")}
          {...{ pending, failure }}
          onClose={close}
          onSubmit={save}
        >
          <TeamFields team={team} {...choices} failure={failure} />
        </FormDialog>
      ) : null}
      <ConfirmDialog
        open={open === "delete"}
        onOpenChange={close}
        title={t("teams.deleteTitle", { name: team.name })}
        verb={t("teams.delete")}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={() =>
          run(
            () => deleteTeamAction(slug, { key: teamKey }),
            () => router.push(`/${slug}/teams`),
          )
        }
      >
        <p>{t("teams.deleteBody")}</p>
      </ConfirmDialog>
    </>
  );
}
