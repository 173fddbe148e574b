"use client";

import { useText } from "@/components/text/text-provider";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { ChoiceSlot } from "./fields/choice-slot";
import { NumberSlot } from "./fields/number-slot";

type Repeat = NonNullable<Ladder["repeat"]>;

const LAPS_MAX = 20;

/** What happens when nobody on any level reacted. */
export function RepeatLevels({
  levels,
  value,
  onChange,
}: {
  levels: number;
  value: Repeat | undefined;
  onChange: (next: Repeat | undefined) => void;
}) {
  const t = useText();
  const numbers = Array.from({ length: levels }, (_, i) => i + 1);
  return (
    <>
      <ChoiceSlot
        field={value ? "repeat.toLevel" : "repeat"}
        label={t("forms.repeatLevels")}
        none={t("forms.repeatNone")}
        value={value && String(value.toLevel)}
        choices={numbers.map((n) => ({ value: String(n), label: t("forms.repeatTo", { n }) }))}
        onChange={(level) =>
          onChange(
            level === undefined
              ? undefined
              : { toLevel: Number(level), timesMax: value?.timesMax ?? 1 },
          )
        }
      />
      {value ? (
        <NumberSlot
          field="repeat.timesMax"
          label={t("forms.repeatTimes")}
          min={1}
          max={LAPS_MAX}
          value={value.timesMax}
          onChange={(timesMax) => timesMax !== undefined && onChange({ ...value, timesMax })}
        />
      ) : null}
    </>
  );
}
