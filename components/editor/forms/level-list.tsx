"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { moved } from "@/components/ui/moved";
import { LEVELS_MAX, type Level } from "@/core/workflow/steps/escalate";
import { CheckSlot } from "./fields/check-slot";
import { ChoiceSlot } from "./fields/choice-slot";
import { DurationSlot } from "./fields/span-slot";
import { UsesSlot } from "./fields/uses-slot";
import { useFormFacts } from "./form-scope";
import { patched } from "./patched";
import { TargetList } from "./target-list";

/** The levels of an escalation, in the order they are climbed. */
export function LevelList({
  levels,
  onChange,
}: {
  levels: readonly Level[];
  onChange: (next: Level[]) => void;
}) {
  const t = useText();
  const { readOnly } = useFormFacts();
  const last = levels.at(-1);
  return (
    <>
      <ol className="grid gap-3">
        {levels.map((level, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            key={i}
            className="grid gap-3 rounded-md border border-ft-subtle p-3"
            data-field={`levels.${i}`}
          >
            <div className="flex min-h-6 items-center justify-between gap-2">
              <h4 className="font-semibold">{t("forms.level", { n: i + 1 })}</h4>
              {readOnly || levels.length === 1 ? null : (
                <LevelButtons
                  at={i}
                  of={levels.length}
                  move={(by) => onChange(moved(levels, i, by))}
                  remove={() => onChange(levels.filter((_, at) => at !== i))}
                />
              )}
            </div>
            <LevelFields
              field={`levels.${i}`}
              first={i === 0}
              level={level}
              onChange={(next) => onChange(levels.map((old, at) => (at === i ? next : old)))}
            />
          </li>
        ))}
      </ol>
      {readOnly || levels.length >= LEVELS_MAX || !last ? null : (
        <Button
          size="sm"
          look="tertiary"
          className="w-fit"
          onPress={() =>
            onChange([
              ...levels,
              { ...last, targets: [{ manager: "person", nth: levels.length + 1 }] },
            ])
          }
        >
          <Plus aria-hidden="true" />
          {t("forms.addLevel")}
        </Button>
      )}
    </>
  );
}

function LevelButtons({
  at,
  of,
  move,
  remove,
}: {
  at: number;
  of: number;
  move: (by: 1 | -1) => void;
  remove: () => void;
}) {
  const t = useText();
  const n = at + 1;
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={t("forms.levelEarlier", { n })}
        isDisabled={at === 0}
        onPress={() => move(-1)}
      >
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t("forms.levelLater", { n })}
        isDisabled={n === of}
        onPress={() => move(1)}
      >
        <ArrowDown aria-hidden="true" />
      </IconButton>
      <IconButton size="sm" label={t("forms.removeLevel", { n })} onPress={remove}>
        <X aria-hidden="true" />
      </IconButton>
    </span>
  );
}

function LevelFields({
  field,
  first,
  level,
  onChange,
}: {
  field: string;
  first: boolean;
  level: Level;
  onChange: (next: Level) => void;
}) {
  const t = useText();
  return (
    <>
      <TargetList
        field={`${field}.targets`}
        label={first ? t("forms.handOverTo") : t("forms.thenTell")}
        value={level.targets}
        onChange={(targets) => onChange({ ...level, targets })}
      />
      <UsesSlot
        field={`${field}.channels`}
        label={t("forms.channels")}
        stem="escalation"
        value={level.channels}
        onChange={(channels) => channels && onChange({ ...level, channels })}
      />
      <DurationSlot
        field={`${field}.acknowledgeWithin`}
        label={t("forms.acknowledgeWithin")}
        value={level.acknowledgeWithin}
        onChange={(within) => within && onChange({ ...level, acknowledgeWithin: within })}
      />
      <ChoiceSlot
        field={`${field}.clock`}
        label={t("forms.clock")}
        value={level.clock ?? "wall"}
        choices={[
          { value: "wall", label: t("forms.clockWall") },
          { value: "working_hours", label: t("forms.clockWorking") },
        ]}
        onChange={(clock) =>
          onChange(patched(level, { clock: clock === "wall" ? undefined : clock }))
        }
      />
      <ChoiceSlot
        field={`${field}.until`}
        label={t("forms.until")}
        value={level.until ?? "acknowledged"}
        choices={[
          { value: "acknowledged", label: t("forms.untilAcknowledged") },
          { value: "resolved", label: t("forms.untilResolved") },
        ]}
        onChange={(until) =>
          onChange(patched(level, { until: until === "acknowledged" ? undefined : until }))
        }
      />
      <CheckSlot
        field={`${field}.everyone`}
        label={t("forms.everyone")}
        hint={t("forms.everyoneHint")}
        value={level.everyone === true}
        onChange={(on) => onChange(patched(level, { everyone: on || undefined }))}
      />
    </>
  );
}
