"use client";

import { CheckboxField } from "@/components/ui/field";
import { useFormFacts } from "../form-scope";
import type { SlotProps } from "./slot-field";

export function CheckSlot({
  field,
  label,
  hint,
  value,
  disabled = false,
  onChange,
}: SlotProps<boolean> & { disabled?: boolean }) {
  const { readOnly } = useFormFacts();
  return (
    <CheckboxField
      label={label}
      hint={hint}
      data-field={field}
      disabled={readOnly || disabled}
      checked={value}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
