"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useText } from "@/components/text/text-provider";
import { useSlot } from "../form-scope";

/** What every field of a form takes. `field` is the path of its value in what the form edits. */
export type SlotProps<V> = {
  field: string;
  label: string;
  hint?: ReactNode;
  value: V;
  onChange: (next: V) => void;
};

/** Why a field is not right yet: unfinished, or what the validation found there. */
export function useSlotError(field: string, unfinished: boolean, saying?: string, deep = false) {
  const t = useText();
  const { problem, readOnly } = useSlot(field, deep);
  const error = unfinished ? (saying ?? t("forms.unfinished")) : problem;
  return { error, readOnly };
}

/** Several controls that make one value, under one name. */
export function SlotGroup({
  field,
  label,
  hint,
  error,
  hideLabel = false,
  onLeave,
  children,
}: {
  field: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** The label is only read out. */
  hideLabel?: boolean;
  onLeave?: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return (
    <fieldset
      aria-describedby={described.join(" ") || undefined}
      className="ft-field min-w-0 grid-cols-[minmax(0,1fr)]"
      data-field={field}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
      }}
    >
      <legend className={hideLabel ? "sr-only" : "ft-label mb-1"}>{label}</legend>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="ft-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="ft-field-error">
          <CircleAlert aria-hidden="true" size={14} className="mt-px shrink-0" />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
