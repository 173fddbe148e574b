"use client";

import { useState } from "react";
import { Marked, SavedMark } from "@/components/settings/saved-mark";
import { type SaveResult, useSaved } from "@/components/settings/use-saved";
import { TextField } from "@/components/ui/field";

/** A whole number that is saved when the field is left; empty for none. */
export function WholeNumberField({
  label,
  hint,
  placeholder,
  wrong,
  min,
  max,
  initial,
  locked,
  save,
}: {
  label: string;
  hint?: string | undefined;
  placeholder: string;
  /** Said of anything else. */
  wrong: string;
  min: number;
  max: number;
  initial: number | null;
  locked: boolean;
  save: (n: number | null) => Promise<SaveResult>;
}) {
  const [refused, setRefused] = useState<string>();
  const { value, status, edit, commit, undo } = useSaved(
    initial === null ? "" : `${initial}`,
    (text: string) => save(text === "" ? null : Number(text)),
  );

  const leave = () => {
    const text = value.trim();
    const n = Number(text);
    if (text !== "" && !(Number.isInteger(n) && n >= min && n <= max)) return setRefused(wrong);
    setRefused(undefined);
    void commit(text);
  };

  return (
    <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
      <TextField
        label={label}
        hint={hint}
        error={refused ?? (status.kind === "failed" ? status.message : undefined)}
        inputMode="numeric"
        placeholder={placeholder}
        className="max-w-48"
        value={value}
        readOnly={locked}
        onChange={(event) => edit(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </Marked>
  );
}
