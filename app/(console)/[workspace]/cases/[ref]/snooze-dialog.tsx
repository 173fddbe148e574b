"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/field";
import { snoozeAction } from "./actions";
import { useVerb } from "./use-verb";
import { VerbDialog, type VerbProps } from "./verb-dialog";

/** A preset with its moment in words of the person's zone. */
export type SnoozeChoice = { label: string; until: string; shown: string };

const PICK = "pick";

export function SnoozeDialog({
  number,
  choices,
  zone,
  slug,
  onClose,
  ...seen
}: VerbProps & { number: string; choices: SnoozeChoice[]; zone: string }) {
  const { pending, error, run, forget } = useVerb();
  const [chosen, setChosen] = useState(choices[0]?.until ?? PICK);
  const submit = (form: FormData) => {
    const until = chosen === PICK ? String(form.get("until")) : chosen;
    run(() => snoozeAction(slug, { ...seen, until }), onClose);
  };
  const options = [...choices, { label: "Pick a moment", until: PICK, shown: "" }];
  return (
    <VerbDialog
      title={`Snooze ${number}`}
      verb="Snooze case"
      {...{ pending, error, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <fieldset className="grid gap-1">
        <legend className="ft-label mb-1">Until, on the clock of {zone}</legend>
        {options.map(({ label, until, shown }) => (
          <label key={until} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name="choice"
              value={until}
              checked={chosen === until}
              onChange={() => setChosen(until)}
              className="size-4 accent-(--ft-ink)"
            />
            <span className="flex-1">{label}</span>
            <span className="text-ft-3">{shown}</span>
          </label>
        ))}
      </fieldset>
      {chosen === PICK ? (
        <TextField label={`Moment in ${zone}`} name="until" type="datetime-local" required />
      ) : null}
      <p className="text-ft-2">
        Nothing is sent until then. What was planned moves behind it; it does not go out all at
        once.
      </p>
    </VerbDialog>
  );
}
