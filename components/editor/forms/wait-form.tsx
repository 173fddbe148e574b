"use client";

import { useText } from "@/components/text/text-provider";
import type { Definition } from "@/core/workflow/definition";
import type { Wait } from "@/core/workflow/steps/wait";
import { ExampleLine } from "./example-line";
import { ChoiceSlot } from "./fields/choice-slot";
import { OffsetSlot } from "./fields/offset-slot";
import { DaysSlot, IfPassedSlot, ZoneSlot } from "./fields/rule-slots";
import { SpanSlot } from "./fields/span-slot";
import { TimeSlot } from "./fields/time-slot";
import type { StepFormProps } from "./form-props";
import { MoreRules } from "./more-rules";
import { patched } from "./patched";

type Shape = "for" | "until";

export function WaitForm({ step, onChange, definition }: StepFormProps<Wait>) {
  const t = useText();
  const set = (patch: Partial<Wait>) => onChange(patched(step, patch));
  const shape = step.until ? "until" : "for";
  return (
    <>
      <ChoiceSlot<Shape>
        field="shape"
        label={t("forms.waitShape")}
        value={shape}
        choices={[
          { value: "until", label: t("forms.waitUntil") },
          { value: "for", label: t("forms.waitFor") },
        ]}
        onChange={(next) => next && next !== shape && onChange(reshaped(step, next, definition))}
      />
      {step.until ? (
        <OffsetSlot
          field="until"
          label={t("forms.offset")}
          value={step.until}
          onChange={(until) => set({ until })}
        />
      ) : (
        <SpanSlot
          field="for"
          label={t("forms.span")}
          value={step.for}
          onChange={(span) => span !== undefined && set({ for: span })}
        />
      )}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TimeSlot
          field="at"
          label={t("forms.at")}
          hint={t("forms.atHint")}
          value={step.at}
          onChange={(at) => onChange(patched(step, { at }))}
        />
        <DaysSlot value={step.days} onChange={(days) => onChange(patched(step, { days }))} />
      </div>
      <ExampleLine step={step} />
      <MoreRules fields={["zone", "ifPassed"]}>
        <ZoneSlot value={step.zone} onChange={(zone) => onChange(patched(step, { zone }))} />
        {step.until ? (
          <IfPassedSlot
            value={step.ifPassed}
            onChange={(ifPassed) => onChange(patched(step, { ifPassed }))}
          />
        ) : null}
      </MoreRules>
    </>
  );
}

/** The other way to wait, begun with a usual value; what holds for both stays. */
function reshaped(step: Wait, shape: Shape, { due }: Definition): Wait {
  if (shape === "for") {
    return patched(step, { for: "P1D", until: undefined, ifPassed: undefined });
  }
  return patched(step, { for: undefined, until: due ? { due: "-P2D" } : { opened: "P1D" } });
}
