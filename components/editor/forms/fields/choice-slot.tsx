"use client";

import { SelectField } from "@/components/ui/field";
import { type SlotProps, useSlotError } from "./slot-field";

export type Choice<T extends string> = { value: T; label: string; disabled?: boolean };

/** One of a few words. `none` is the choice that leaves the value out, and says what then holds. */
export function ChoiceSlot<T extends string>({
  field,
  label,
  hint,
  value,
  choices,
  none,
  onChange,
}: SlotProps<T | undefined> & { choices: readonly Choice<T>[]; none?: string }) {
  const { error, readOnly } = useSlotError(field, false);
  return (
    <SelectField
      label={label}
      hint={hint}
      error={error}
      data-field={field}
      disabled={readOnly}
      value={value ?? ""}
      onChange={({ target }) =>
        onChange(choices.find((choice) => choice.value === target.value)?.value)
      }
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {none === undefined && value === undefined ? <option value="" disabled /> : null}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
          {choice.label}
        </option>
      ))}
    </SelectField>
  );
}
