"use client";

import { useText } from "@/components/text/text-provider";
import { freshTemplateKey } from "@/core/workflow/new-step";
import type { Escalate } from "@/core/workflow/steps/escalate";
import { CheckSlot } from "./fields/check-slot";
import { DurationSlot } from "./fields/span-slot";
import { UsesSlot } from "./fields/uses-slot";
import { useFormFacts } from "./form-scope";

type Announcement = NonNullable<Escalate["announce"]>;

const STEM = "announcement";
const BEFORE_AT_FIRST = "PT4H";

/** Whether the person hears of an escalation before anybody is brought in. */
export function AnnounceFields({
  value,
  onChange,
}: {
  value: Announcement | undefined;
  onChange: (next: Announcement | undefined) => void;
}) {
  const t = useText();
  const { definition, facts, contents } = useFormFacts();
  const begin = (): Announcement => {
    const keys = contents.map(({ key }) => key);
    const template = freshTemplateKey(STEM, { definition, facts, contents: keys });
    const [channel = "email"] = facts.channelsOn ?? [];
    return { before: BEFORE_AT_FIRST, channels: [{ [channel]: template }] };
  };
  return (
    <>
      <CheckSlot
        field="announce"
        label={t("forms.announce")}
        hint={t("forms.announceHint")}
        value={value !== undefined}
        onChange={(on) => onChange(on ? begin() : undefined)}
      />
      {value ? (
        <>
          <DurationSlot
            field="announce.before"
            label={t("forms.announceBefore")}
            value={value.before}
            onChange={(before) => before && onChange({ ...value, before })}
          />
          <UsesSlot
            field="announce.channels"
            label={t("forms.announceChannels")}
            stem={STEM}
            value={value.channels}
            onChange={(channels) => channels && onChange({ ...value, channels })}
          />
        </>
      ) : null}
    </>
  );
}
