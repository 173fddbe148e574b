"use client";

import { Plus } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { formatLocaleOf } from "@/core/sentence/locale";
import type { Split } from "@/core/workflow/step";
import { NumberSlot } from "./fields/number-slot";
import { TextSlot } from "./fields/text-slot";
import type { StepFormProps } from "./form-props";
import { patched } from "./patched";
import { WayCard } from "./way-card";
import {
  evenly,
  freshName,
  heirOf,
  replaced,
  shareOf,
  shifted,
  WayName,
  weightMin,
  without,
  withoutArm,
} from "./ways";

const ARMS_MAX = 10;
const WEIGHT_MAX = 1_000;
const NEW_WEIGHT = 50;

/** Arms with weights, and the part of everybody that gets no message at all. */
export function SplitForm({ step, onChange, readOnly }: StepFormProps<Split>) {
  const t = useText();
  const locale = useLocale();
  const { arms, holdout } = step;
  const share = (weight: number) =>
    t("flowforms.share", {
      share: new Intl.NumberFormat(formatLocaleOf(locale), {
        style: "percent",
        maximumFractionDigits: 1,
      }).format(shareOf(weight, step) / 100),
    });
  const change = (index: number, patch: Partial<Split["arms"][number]>) => {
    const arm = arms[index];
    if (arm) onChange({ ...step, arms: replaced(arms, index, { ...arm, ...patch }) });
  };
  return (
    <div className="grid gap-3" data-field="arms">
      <p className="text-ft-2">{t("flowforms.splitHint")}</p>
      {arms.map((arm, i) => (
        <WayCard
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm has no identity but its place
          key={i}
          field={`arms.${i}`}
          title={arm.name}
          steps={arm.steps.length}
          place={i}
          of={arms.length}
          removable={arms.length > 1 && without(arms, i).some(({ weight }) => weight > 0)}
          heir={without(arms, i)[heirOf(i)]?.name ?? ""}
          onMove={(by) => onChange({ ...step, arms: shifted(arms, i, by) })}
          onRemove={(keep) => onChange(withoutArm(step, i, keep))}
        >
          <TextSlot
            field={`arms.${i}.name`}
            label={t("flowforms.name")}
            value={arm.name}
            schema={WayName}
            maxLength={80}
            onChange={(name) => name !== undefined && change(i, { name })}
          />
          <NumberSlot
            field={`arms.${i}.weight`}
            label={t("flowforms.weight")}
            hint={share(arm.weight)}
            value={arm.weight}
            min={weightMin(arms, i)}
            max={WEIGHT_MAX}
            fractions
            onChange={(weight) => weight !== undefined && change(i, { weight })}
          />
        </WayCard>
      ))}
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          {arms.length >= ARMS_MAX ? null : (
            <Button
              size="sm"
              onPress={() => {
                const name = freshName(arms, (n) => t("flowforms.armName", { n }));
                const arm = { name, weight: arms[0]?.weight || NEW_WEIGHT, steps: [] };
                onChange({ ...step, arms: [...arms, arm] });
              }}
            >
              <Plus aria-hidden="true" />
              {t("flowforms.addArm")}
            </Button>
          )}
          {arms.length > 1 ? (
            <Button size="sm" look="tertiary" onPress={() => onChange(evenly(step))}>
              {t("flowforms.evenly")}
            </Button>
          ) : null}
        </div>
      )}
      <NumberSlot
        field="holdout"
        label={t("flowforms.holdout")}
        hint={
          holdout
            ? t("flowforms.holdoutShare", { share: share(holdout) })
            : t("flowforms.holdoutHint")
        }
        value={holdout}
        min={0}
        max={WEIGHT_MAX}
        fractions
        optional
        onChange={(next) => onChange(patched(step, { holdout: next === 0 ? undefined : next }))}
      />
    </div>
  );
}
