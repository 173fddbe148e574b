"use client";

import { useText } from "@/components/text/text-provider";
import { Key } from "@/core/ids";
import { freshTemplateKey } from "@/core/workflow/new-step";
import type { Fallback } from "@/core/workflow/steps/send";
import { channelOf } from "@/core/workflow/steps/shared";
import { ChoiceSlot } from "./fields/choice-slot";
import { SlotGroup, useSlotError } from "./fields/slot-field";
import { DurationSlot } from "./fields/span-slot";
import { type UseDraft, UseRow } from "./fields/use-row";
import { useFormFacts } from "./form-scope";
import { useDraft } from "./use-draft";

type Unless = Fallback["unless"];

/** What is sent when the first message is not enough. */
export function FallbackFields({
  value,
  onChange,
}: {
  value: Fallback | undefined;
  onChange: (next: Fallback | undefined) => void;
}) {
  const t = useText();
  const { definition, facts, contents } = useFormFacts();
  const words: Record<Unless, string> = {
    opened: t("forms.unlessOpened"),
    clicked: t("forms.unlessClicked"),
    delivered: t("forms.unlessDelivered"),
    responded: t("forms.unlessResponded"),
  };
  const begin = (unless: Unless): Fallback => {
    const known = contents.find(({ channel }) => channel === "sms");
    const keys = contents.map(({ key }) => key);
    const fresh = freshTemplateKey("second", { definition, facts, contents: keys });
    return { sms: known?.key ?? fresh, after: "PT4H", unless };
  };
  const setUnless = (unless: Unless | undefined) => {
    if (unless === undefined) onChange(undefined);
    else onChange(value ? { ...value, unless } : begin(unless));
  };
  const entries = Object.entries(words) as [Unless, string][];
  const use = value && channelOf(value);
  return (
    <>
      <ChoiceSlot
        field={value ? "fallback.unless" : "fallback"}
        label={t("forms.fallback")}
        none={t("forms.fallbackNone")}
        value={value?.unless}
        choices={entries.map(([unless, label]) => ({ value: unless, label }))}
        onChange={setUnless}
      />
      {value && use ? (
        <>
          <DurationSlot
            field="fallback.after"
            label={t("forms.fallbackAfter")}
            value={value.after}
            onChange={(after) => after && onChange({ ...value, after })}
          />
          <FallbackUse
            use={use}
            label={t("forms.fallbackUses")}
            onChange={({ channel, template }) =>
              onChange({ [channel]: template, after: value.after, unless: value.unless })
            }
          />
        </>
      ) : null}
    </>
  );
}

function FallbackUse({
  use,
  label,
  onChange,
}: {
  use: UseDraft;
  label: string;
  onChange: (next: UseDraft) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<UseDraft, UseDraft>({
    value: use,
    toDraft: (known) => known,
    toValue: (typed) => (Key.safeParse(typed.template).success ? { value: typed } : null),
    onChange,
  });
  const { error } = useSlotError("fallback", unfinished, t("forms.templateUnfinished"));
  return (
    <SlotGroup field="fallback" label={label} error={error} onLeave={leave}>
      <UseRow field={`fallback.${draft.channel}`} row={draft} stem="second" onChange={edit} />
    </SlotGroup>
  );
}
