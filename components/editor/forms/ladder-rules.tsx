"use client";

import { useText } from "@/components/text/text-provider";
import { type Ladder, Target } from "@/core/workflow/steps/escalate";
import { AcknowledgementTimeout } from "./acknowledgement-timeout";
import { PartySlot } from "./fields/party-slot";
import { RepeatLevels } from "./repeat-levels";
import { TARGET_KINDS } from "./target-list";

export type LadderRule = "repeat" | "fallback" | "acknowledgementTimeout";
type Patch = { [Rule in LadderRule]?: Ladder[Rule] | undefined };

/** What holds for a ladder as a whole, in a step and in a policy alike. `onChange` gets what is to change. */
export function LadderRules({
  ladder,
  onChange,
}: {
  ladder: Ladder;
  onChange: (patch: Patch) => void;
}) {
  const t = useText();
  return (
    <>
      <RepeatLevels
        levels={ladder.levels.length}
        value={ladder.repeat}
        onChange={(repeat) => onChange({ repeat })}
      />
      <PartySlot<Target>
        field="fallback"
        label={t("forms.lastLevel")}
        none={t("forms.lastLevelNone")}
        value={ladder.fallback}
        schema={Target}
        kinds={TARGET_KINDS}
        onChange={(fallback) => onChange({ fallback })}
      />
      <AcknowledgementTimeout
        value={ladder.acknowledgementTimeout}
        onChange={(acknowledgementTimeout) => onChange({ acknowledgementTimeout })}
      />
    </>
  );
}

/** These levels; a repetition never leads back to one that is gone. */
export function relevelled(
  { repeat }: Patch,
  levels: Ladder["levels"],
): Pick<Ladder, "levels" | "repeat"> {
  if (!repeat) return { levels };
  return { levels, repeat: { ...repeat, toLevel: Math.min(repeat.toLevel, levels.length) } };
}
