"use client";

import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { useDraft } from "../use-draft";
import { type SlotProps, useSlotError } from "./slot-field";

/** A number from `min` to `max`; a whole one unless `fractions`. */
export function NumberSlot({
  field,
  label,
  hint,
  value,
  min,
  max,
  fractions = false,
  optional = false,
  onChange,
}: SlotProps<number | undefined> & {
  min: number;
  max: number;
  fractions?: boolean;
  optional?: boolean;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<number | undefined, string>({
    value,
    toDraft: (n) => (n === undefined ? "" : String(n)),
    toValue: (text) => {
      if (text.trim() === "") return optional ? { value: undefined } : null;
      const n = Number(text.replace(",", "."));
      const fits = n >= min && n <= max && (fractions || Number.isInteger(n));
      return fits ? { value: n } : null;
    },
    onChange,
  });
  const saying = t("forms.numberRange", { min, max });
  const { error, readOnly } = useSlotError(field, unfinished, saying);
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      readOnly={readOnly}
      data-field={field}
      inputMode={fractions ? "decimal" : "numeric"}
      value={draft}
      onChange={({ target }) => edit(target.value)}
      onBlur={leave}
      autoComplete="off"
    />
  );
}
