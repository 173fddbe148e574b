"use client";

import { CheckboxField } from "@/components/ui/field";
import { SavedMark } from "./saved-mark";
import { type SaveResult, useSaved } from "./use-saved";

/** Any number of choices; saved when one is pressed. */
export function SavedChoices({
  label,
  hint,
  choices,
  initial,
  locked = false,
  save,
}: {
  label: string;
  hint?: string;
  choices: readonly { value: string; label: string }[];
  initial: readonly string[];
  locked?: boolean;
  save: (values: string[]) => Promise<SaveResult>;
}) {
  const { value, status, commit, undo } = useSaved([...initial], save);
  const turned = (one: string, on: boolean) =>
    choices.map((choice) => choice.value).filter((v) => (v === one ? on : value.includes(v)));
  return (
    <fieldset className="grid gap-2">
      <div className="flex justify-between gap-3">
        <legend className="ft-label float-start">{label}</legend>
        <SavedMark status={status} undo={undo} field={label} />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {choices.map((choice) => (
          <CheckboxField
            key={choice.value}
            label={choice.label}
            checked={value.includes(choice.value)}
            disabled={locked}
            onChange={(event) => void commit(turned(choice.value, event.target.checked))}
          />
        ))}
      </div>
      {hint ? <p className="ft-hint">{hint}</p> : null}
      {status.kind === "failed" ? (
        <p role="alert" className="ft-field-error">
          {status.message}
        </p>
      ) : null}
    </fieldset>
  );
}
