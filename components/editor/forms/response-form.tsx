"use client";

import { useText } from "@/components/text/text-provider";
import type { WaitForResponse } from "@/core/workflow/step";
import { ExampleLine } from "./example-line";
import { ChoiceSlot } from "./fields/choice-slot";
import { MatchesSlot } from "./fields/matches-slot";
import { SpanSlot } from "./fields/span-slot";
import type { StepFormProps } from "./form-props";
import { patched } from "./patched";

export function ResponseForm({ step, onChange, definition }: StepFormProps<WaitForResponse>) {
  const t = useText();
  return (
    <>
      <SpanSlot
        field="for"
        label={t("forms.limit")}
        value={step.for}
        onChange={(span) => span !== undefined && onChange({ ...step, for: span })}
      />
      <ChoiceSlot
        field="from"
        label={t("forms.from")}
        value={step.from ?? "now"}
        choices={[
          { value: "now", label: t("forms.fromNow") },
          {
            value: "due",
            label: t("forms.fromDue"),
            disabled: !definition.due && step.from !== "due",
          },
        ]}
        onChange={(from) => onChange(patched(step, { from: from === "due" ? from : undefined }))}
      />
      <ExampleLine step={step} />
      <MatchesSlot
        field="what"
        label={t("forms.what")}
        value={step.what}
        onChange={(what) => onChange(patched(step, { what }))}
      />
    </>
  );
}
