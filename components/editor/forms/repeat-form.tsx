"use client";

import { useText } from "@/components/text/text-provider";
import type { Repeat } from "@/core/workflow/step";
import { REPEAT_TIMES_MAX } from "@/core/workflow/steps/repeat";
import { ExampleLine } from "./example-line";
import { NumberSlot } from "./fields/number-slot";
import { SpanSlot } from "./fields/span-slot";
import type { StepFormProps } from "./form-props";

export function RepeatForm({ step, onChange }: StepFormProps<Repeat>) {
  const t = useText();
  return (
    <>
      <SpanSlot
        field="every"
        label={t("forms.every")}
        value={step.every}
        onChange={(every) => every !== undefined && onChange({ ...step, every })}
      />
      <ExampleLine step={step} />
      <NumberSlot
        field="timesMax"
        label={t("forms.timesMax")}
        hint={t("forms.timesMaxHint")}
        min={1}
        max={REPEAT_TIMES_MAX}
        value={step.timesMax}
        onChange={(timesMax) => timesMax !== undefined && onChange({ ...step, timesMax })}
      />
      <p className="ft-hint">{t("forms.roundsInside", { steps: step.steps.length })}</p>
    </>
  );
}
