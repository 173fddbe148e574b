"use client";

import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { ConfirmDialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { MoreMenu } from "@/components/ui/more-menu";
import { useAction } from "@/components/ui/use-action";
import { changeTeamAction } from "../actions";

type Props = {
  slug: string;
  teamKey: string;
  personId: string;
  name: string;
  deputyId: string | null;
  /** The first day away, on the team's clock, where it still lies ahead. */
  awayFrom: string | null;
  /** The last day away, on the team's clock. */
  awayUntil: string | null;
  today: string;
  nextWeek: string;
  zone: string;
  people: PersonChoice[];
};

/** What can be done about one member. */
export function MemberMenu(props: Props) {
  const t = useText();
  const { slug, teamKey, personId, name, deputyId, awayUntil } = props;
  const [open, setOpen] = useState<string>();
  const { pending, failure, run, forget } = useAction();
  const said = useAction("toast");
  const close = () => {
    setOpen(undefined);
    forget();
  };
  const back = () =>
    said.run(
      () =>
        changeTeamAction(slug, {
          key: teamKey,
          change: { change: "member", personId, deputyId, absentUntil: null },
        }),
      close,
    );
  const items = [
    { id: "away", label: t("teams.setAway") },
    ...(awayUntil === null ? [] : [{ id: "back", label: t("teams.isBack") }]),
    { id: "remove", label: t("teams.removeMember") },
  ];
  return (
    <>
      <MoreMenu
        label={t("teams.memberActions", { name })}
        size="sm"
        pending={said.pending}
        sections={[{ items }]}
        onAction={(id) => (id === "back" ? back() : setOpen(id))}
      />
      {open === "away" ? <AwayDialog {...props} onClose={close} /> : null}
      <ConfirmDialog
        open={open === "remove"}
        onOpenChange={close}
        title={t("teams.removeMemberTitle", { name })}
        verb={t("teams.removeMember")}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={() =>
          run(
            () => changeTeamAction(slug, { key: teamKey, change: { change: "remove", personId } }),
            close,
          )
        }
      >
        <p>{t("teams.removeMemberBody")}</p>
      </ConfirmDialog>
    </>
  );
}

function AwayDialog({
  slug,
  teamKey,
  personId,
  name,
  deputyId,
  awayFrom,
  awayUntil,
  today,
  nextWeek,
  zone,
  people,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const submit = (text: (name: string) => string) => {
    const change = {
      change: "member" as const,
      personId,
      deputyId: text("deputyId") || null,
      absentFrom: (text("absentUntil") && text("absentFrom")) || null,
      absentUntil: text("absentUntil") || null,
    };
    run(() => changeTeamAction(slug, { key: teamKey, change }), onClose);
  };
  return (
    <FormDialog
      title={t("teams.awayTitle", { name })}
      verb={t("teams.saveAway")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("teams.awayFirstDay")}
        hint={t("teams.awayFirstHint")}
        name="absentFrom"
        type="date"
        min={today}
        defaultValue={awayFrom ?? ""}
        error={errorOf(failure, "absentFrom")}
      />
      <TextField
        label={t("teams.awayLastDay")}
        hint={t("teams.awayHint", { zone })}
        name="absentUntil"
        type="date"
        min={today}
        defaultValue={awayUntil ?? nextWeek}
        error={errorOf(failure, "absentUntil")}
      />
      <PersonField
        label={t("teams.deputy")}
        hint={t("teams.deputyHint")}
        name="deputyId"
        value={deputyId}
        choices={people}
        error={errorOf(failure, "deputyId")}
      />
    </FormDialog>
  );
}
