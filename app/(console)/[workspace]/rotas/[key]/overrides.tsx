"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "@/components/people/form-dialog";
import { type PersonChoice, PersonField } from "@/components/people/person-field";
import { useText } from "@/components/text/text-provider";
import { errorOf } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { CheckboxField, TextField } from "@/components/ui/field";
import { zoneLabel } from "@/components/ui/time-text";
import { useAction } from "@/components/ui/use-action";
import { localParts } from "@/core/calendar/zone";
import { DAY_MS, type Instant } from "@/core/time";
import { addOverrideAction, removeOverrideAction } from "../actions";
import { Between } from "./timeline";

/** `name` null: nobody is on call then, on purpose. */
type Shown = {
  id: string;
  name: string | null;
  from: Instant;
  until: Instant;
  note: string | null;
};
type Props = {
  slug: string;
  rotaKey: string;
  zone: string;
  now: Instant;
  /** Those that are not over, first one first. */
  overrides: readonly Shown[];
  people: PersonChoice[];
  locked: boolean;
};

/** Who takes somebody else's turn for a while: made and removed at once, apart from the layers. */
export function Overrides(props: Props) {
  const { slug, rotaKey: key, zone, now, overrides, locked } = props;
  const t = useText();
  const [open, setOpen] = useState<"new" | Shown>();
  const close = () => setOpen(undefined);
  const nameOf = ({ name }: Shown) => name ?? t("rotas.nobody");
  return (
    <section aria-labelledby="overrides" className="grid max-w-180 gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 id="overrides" className="scroll-mt-28 text-base font-semibold">
          {t("rotas.overrides")}
        </h2>
        {locked ? null : (
          <Button size="sm" onPress={() => setOpen("new")}>
            {t("rotas.addOverride")}
          </Button>
        )}
      </div>
      <ul className="border-y border-ft-subtle bg-ft-surface">
        {overrides.map((each) => (
          <li
            key={each.id}
            className="flex items-center gap-3 border-t border-ft-subtle px-3 py-2 first:border-t-0"
          >
            <div className="min-w-0 flex-1">
              <p className={each.name === null ? "font-medium text-(--ft-due)" : "font-medium"}>
                {nameOf(each)}
              </p>
              <p className="text-xs text-ft-2">
                <Between from={each.from} until={each.until} zone={zone} now={now} />
              </p>
              {each.note ? <p className="text-xs break-words text-ft-3">{each.note}</p> : null}
            </div>
            {locked ? null : (
              <IconButton
                size="sm"
                label={t("rotas.removeOverride", { name: nameOf(each) })}
                onPress={() => setOpen(each)}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
        {overrides.length === 0 ? (
          <li className="px-3 py-3 text-ft-3">{t("rotas.noOverrides")}</li>
        ) : null}
      </ul>
      {open === "new" ? <OverrideDialog {...props} onClose={close} /> : null}
      {open && open !== "new" ? (
        <ConfirmAction
          title={t("rotas.removeOverrideTitle", { name: nameOf(open) })}
          verb={t("rotas.removeVerb")}
          danger
          act={() => removeOverrideAction(slug, { key, id: open.id })}
          onClose={close}
          onDone={close}
        >
          <p>{t("rotas.removeOverrideBody")}</p>
        </ConfirmAction>
      ) : null}
    </section>
  );
}

function OverrideDialog({
  slug,
  rotaKey: key,
  zone,
  now,
  people,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useText();
  const { pending, failure, run } = useAction();
  const [nobody, setNobody] = useState(false);
  const submit = (text: (name: string) => string) => {
    const personId = nobody ? null : text("personId");
    const input = { key, personId, from: text("from"), until: text("until"), note: text("note") };
    run(() => addOverrideAction(slug, input), onClose);
  };
  return (
    <FormDialog
      title={t("rotas.addOverride")}
      verb={t("rotas.saveOverride")}
      {...{ pending, failure, onClose }}
      onSubmit={submit}
    >
      {nobody ? null : (
        <PersonField
          label={t("rotas.overrideWho")}
          hint={t("teams.memberHint")}
          name="personId"
          choices={people}
          required
          error={errorOf(failure, "personId")}
        />
      )}
      <CheckboxField
        label={t("rotas.overrideNobody")}
        checked={nobody}
        onChange={({ target }) => setNobody(target.checked)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("rotas.overrideFrom")}
          name="from"
          type="datetime-local"
          required
          defaultValue={localText(now, zone)}
          error={errorOf(failure, "from")}
        />
        <TextField
          label={t("rotas.overrideUntil")}
          name="until"
          type="datetime-local"
          required
          defaultValue={localText(now + DAY_MS, zone)}
          error={errorOf(failure, "until")}
        />
      </div>
      <p className="ft-hint">{t("teams.clockOf", { zone: zoneLabel(zone) })}</p>
      <TextField
        label={t("rotas.overrideNote")}
        hint={t("rotas.overrideNoteHint")}
        name="note"
        maxLength={500}
        autoComplete="off"
        error={errorOf(failure, "note")}
      />
    </FormDialog>
  );
}

/** As a field for a local moment takes it, on the full hour. */
function localText(at: Instant, zone: string): string {
  const { date, time } = localParts(at, zone);
  return `${date}T${time.slice(0, 2)}:00`;
}
