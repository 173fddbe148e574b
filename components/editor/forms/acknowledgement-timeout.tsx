"use client";

import { useText } from "@/components/text/text-provider";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { ChoiceSlot } from "./fields/choice-slot";
import { DurationSlot } from "./fields/span-slot";
import { patched } from "./patched";

type Timeout = NonNullable<Ladder["acknowledgementTimeout"]>;

const AFTER_AT_FIRST = "PT4H";

/** What happens when somebody acknowledged and the case is not resolved. */
export function AcknowledgementTimeout({
  value,
  onChange,
}: {
  value: Timeout | undefined;
  onChange: (next: Timeout | undefined) => void;
}) {
  const t = useText();
  return (
    <>
      <ChoiceSlot
        field={value ? "acknowledgementTimeout.clock" : "acknowledgementTimeout"}
        label={t("forms.timeout")}
        none={t("forms.timeoutNone")}
        value={value && (value.clock ?? "wall")}
        choices={[
          { value: "wall", label: t("forms.timeoutWall") },
          { value: "working_hours", label: t("forms.timeoutWorking") },
        ]}
        onChange={(clock) => {
          if (clock === undefined) return onChange(undefined);
          const begun: Timeout = value ?? { after: AFTER_AT_FIRST };
          onChange(patched(begun, { clock: clock === "wall" ? undefined : clock }));
        }}
      />
      {value ? (
        <DurationSlot
          field="acknowledgementTimeout.after"
          label={t("forms.timeoutAfter")}
          value={value.after}
          onChange={(after) => after && onChange({ ...value, after })}
        />
      ) : null}
    </>
  );
}
