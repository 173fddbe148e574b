"use client";

import { useText } from "@/components/text/text-provider";
import type { Close } from "@/core/workflow/steps/close";
import { ChoiceSlot } from "./fields/choice-slot";
import { TextSlot } from "./fields/text-slot";
import type { StepFormProps } from "./form-props";
import { patched } from "./patched";

const NOTE_CHARS_MAX = 500;

export function CloseForm({ step, onChange }: StepFormProps<Close>) {
  const t = useText();
  return (
    <>
      <ChoiceSlot
        field="outcome"
        label={t("forms.outcome")}
        value={step.outcome}
        choices={[
          { value: "resolved", label: t("forms.outcomeResolved") },
          { value: "expired", label: t("forms.outcomeExpired") },
          { value: "canceled", label: t("forms.outcomeCanceled") },
        ]}
        onChange={(outcome) => outcome && onChange({ ...step, outcome })}
      />
      <TextSlot
        field="note"
        label={t("forms.note")}
        hint={t("forms.noteHint")}
        optional
        multiline
        maxLength={NOTE_CHARS_MAX}
        value={step.note}
        onChange={(note) => onChange(patched(step, { note }))}
      />
    </>
  );
}
