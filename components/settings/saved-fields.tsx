"use client";

import type { ComponentProps, ReactNode } from "react";
import { CheckboxField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { Marked, SavedMark } from "./saved-mark";
import { type SaveResult, useSaved } from "./use-saved";

type Common = {
  label: string;
  hint?: ReactNode;
  initial: string;
  /** Shown, not changed: the viewer's role does not allow it. */
  locked?: boolean;
  save: (value: string) => Promise<SaveResult>;
};

const errorOf = (status: { kind: string; message?: string }) =>
  status.kind === "failed" ? status.message : undefined;

/** One line of text; saved when it is left or Enter is pressed, put back by Escape. */
export function SavedText({
  label,
  hint,
  initial,
  locked = false,
  save,
  onEdit,
  ...input
}: Common & {
  onEdit?: (value: string) => void;
} & Pick<
    ComponentProps<"input">,
    "type" | "maxLength" | "min" | "max" | "inputMode" | "placeholder" | "required" | "className"
  >) {
  const { value, status, edit, commit, undo } = useSaved(initial, save);
  const show = (next: string) => {
    edit(next);
    onEdit?.(next);
  };
  return (
    <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
      <TextField
        {...input}
        label={label}
        hint={hint}
        error={errorOf(status)}
        value={value}
        readOnly={locked}
        onChange={(event) => show(event.target.value)}
        onBlur={() => void commit(value.trim())}
        onKeyDown={(event) => {
          if (event.key === "Enter") void commit(value.trim());
        }}
      />
    </Marked>
  );
}

/** Several lines of text; saved when they are left. */
export function SavedTextArea({
  label,
  hint,
  initial,
  locked = false,
  save,
  onEdit,
  maxLength,
  rows = 3,
}: Common & { onEdit?: (value: string) => void; maxLength?: number; rows?: number }) {
  const { value, status, edit, commit, undo } = useSaved(initial, save);
  return (
    <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
      <TextAreaField
        label={label}
        hint={hint}
        error={errorOf(status)}
        value={value}
        rows={rows}
        maxLength={maxLength}
        readOnly={locked}
        onChange={(event) => {
          edit(event.target.value);
          onEdit?.(event.target.value);
        }}
        onBlur={() => void commit(value.trim())}
      />
    </Marked>
  );
}

/** A choice; saved when it is made. */
export function SavedSelect({
  label,
  hint,
  initial,
  locked = false,
  save,
  children,
}: Common & { children: ReactNode }) {
  const { value, status, commit, undo } = useSaved(initial, save);
  return (
    <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
      <SelectField
        label={label}
        hint={hint}
        error={errorOf(status)}
        value={value}
        disabled={locked}
        onChange={(event) => void commit(event.target.value)}
      >
        {children}
      </SelectField>
    </Marked>
  );
}

/** On or off; saved when it is pressed. */
export function SavedCheckbox({
  label,
  hint,
  initial,
  locked = false,
  save,
}: {
  label: string;
  hint?: ReactNode;
  initial: boolean;
  locked?: boolean;
  save: (value: boolean) => Promise<SaveResult>;
}) {
  const { value, status, commit, undo } = useSaved(initial, save);
  return (
    <div className="grid gap-1">
      <CheckboxField
        label={label}
        hint={hint}
        checked={value}
        disabled={locked}
        onChange={(event) => void commit(event.target.checked)}
      />
      {status.kind === "failed" ? (
        <p role="alert" className="ft-field-error">
          {status.message}
        </p>
      ) : null}
      <SavedMark status={status} undo={undo} field={label} />
    </div>
  );
}
