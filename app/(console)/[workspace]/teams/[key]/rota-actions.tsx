"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRef, useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { ZoneField } from "@/components/people/profile-fields";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { deleteRotaAction, saveRotaAction } from "../actions";

type Plan = {
  name: string;
  timeZone: string;
  people: string[];
  shiftDays: number;
  startsOn: string;
  handoverAt: string;
};
type Props = {
  slug: string;
  teamKey: string;
  rota: Plan | null;
  names: Record<string, string>;
  fresh: Pick<Plan, "name" | "timeZone" | "startsOn">;
  people: PersonChoice[];
};

/** Make, edit and delete the rota of a team. */
export function RotaActions(props: Props) {
  const t = useText();
  const { slug, teamKey, rota } = props;
  const [open, setOpen] = useState<"edit" | "delete">();
  const { pending, failure, run, forget } = useAction();
  const close = () => {
    setOpen(undefined);
    forget();
  };
  return (
    <span className="flex gap-1">
      {rota ? (
        <Button size="sm" look="tertiary" onPress={() => setOpen("delete")}>
          {t("common.delete")}
        </Button>
      ) : null}
      <Button
        size="sm"
        aria-label={t(rota ? "teams.editRota" : "teams.newRota")}
        onPress={() => setOpen("edit")}
      >
        {t(rota ? "common.edit" : "common.add")}
      </Button>
      {open === "edit" ? <RotaDialog {...props} onClose={close} /> : null}
      <ConfirmDialog
        open={open === "delete"}
        onOpenChange={close}
        title={t("teams.deleteRota")}
        verb={t("teams.deleteRota")}
        danger
        pending={pending}
        error={failure?.message}
        onConfirm={() => run(() => deleteRotaAction(slug, { key: teamKey }), close)}
      >
        <p>{t("teams.deleteRotaBody")}</p>
      </ConfirmDialog>
    </span>
  );
}

const WEEK_DAYS = 7;

function RotaDialog({
  slug,
  teamKey,
  rota,
  names,
  fresh,
  people,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const [turns, setTurns] = useState<string[]>(rota?.people ?? []);
  const next = useRef<HTMLDivElement>(null);
  const addTurn = () => {
    const id = next.current?.querySelector<HTMLInputElement>("input[name=next]")?.value ?? "";
    if (id !== "" && !turns.includes(id)) setTurns([...turns, id]);
  };
  const submit = (text: (name: string) => string) => {
    // Somebody who was named but not added is meant.
    const last = text("next");
    const plan = {
      name: text("name"),
      timeZone: text("timeZone") || fresh.timeZone,
      people: last && !turns.includes(last) ? [...turns, last] : turns,
      shiftDays: Number(text("shiftDays")),
      startsOn: text("startsOn"),
      handoverAt: text("handoverAt"),
    };
    run(() => saveRotaAction(slug, { key: teamKey, rota: plan }), onClose);
  };
  const nameOf = (id: string) => names[id] ?? people.find((each) => each.id === id)?.name ?? id;
  return (
    <FormDialog
      title={t(rota ? "teams.editRota" : "teams.newRota")}
      verb={t("teams.saveRota")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("teams.name")}
        name="name"
        required
        maxLength={120}
        defaultValue={rota?.name ?? fresh.name}
        error={errorOf(failure, "rota.name")}
      />
      <Turns turns={turns} nameOf={nameOf} onChange={setTurns} />
      <div ref={next} className="grid gap-2">
        <PersonField
          key={turns.length}
          label={t("teams.nextInTurn")}
          hint={t("teams.memberHint")}
          name="next"
          choices={people.filter(({ id }) => !turns.includes(id))}
          error={errorOf(failure, "rota.people")}
        />
        <Button size="sm" className="justify-self-start" onPress={addTurn}>
          {t("teams.addTurn")}
        </Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-[2fr_3fr_3fr]">
        <TextField
          label={t("teams.shiftDays")}
          name="shiftDays"
          type="number"
          min={1}
          max={366}
          required
          defaultValue={rota?.shiftDays ?? WEEK_DAYS}
          error={errorOf(failure, "rota.shiftDays")}
        />
        <TextField
          label={t("teams.startsOn")}
          name="startsOn"
          type="date"
          required
          defaultValue={rota?.startsOn ?? fresh.startsOn}
          error={errorOf(failure, "rota.startsOn")}
        />
        <TextField
          label={t("teams.handoverAt")}
          name="handoverAt"
          type="time"
          required
          defaultValue={rota?.handoverAt ?? "09:00"}
          error={errorOf(failure, "rota.handoverAt")}
        />
      </div>
      <ZoneField
        value={rota?.timeZone ?? fresh.timeZone}
        none={fresh.timeZone}
        error={errorOf(failure, "rota.timeZone")}
      />
    </FormDialog>
  );
}

/** The order of the turns, moved by buttons. */
function Turns({
  turns,
  nameOf,
  onChange,
}: {
  turns: string[];
  nameOf: (id: string) => string;
  onChange: (turns: string[]) => void;
}) {
  const t = useText();
  const move = (from: number, to: number) => {
    const next = [...turns];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="ft-label mb-1">{t("teams.turns")}</legend>
      {turns.length === 0 ? <p className="text-ft-3">{t("teams.noTurns")}</p> : null}
      <ol className="grid gap-1">
        {turns.map((id, i) => (
          <li key={id} className="flex items-center gap-1">
            <span className="min-w-0 flex-1 truncate">
              {i + 1}. {nameOf(id)}
            </span>
            <IconButton
              size="sm"
              label={t("teams.earlier", { name: nameOf(id) })}
              isDisabled={i === 0}
              onPress={() => move(i, i - 1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              size="sm"
              label={t("teams.later", { name: nameOf(id) })}
              isDisabled={i === turns.length - 1}
              onPress={() => move(i, i + 1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
            <IconButton
              size="sm"
              label={t("teams.outOfTurn", { name: nameOf(id) })}
              onPress={() => onChange(turns.filter((each) => each !== id))}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
