"use client";

import { Plus, X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { Target } from "@/core/workflow/steps/escalate";
import { PartySlot } from "./fields/party-slot";
import { SlotGroup, type SlotProps, useSlotError } from "./fields/slot-field";

const TARGETS_MAX = 20;

export const TARGET_KINDS = [
  "manager_person",
  "manager_owner",
  "team",
  "rota",
  "named",
  "webhook",
] as const;

/** Everybody one level brings in; never nobody. */
export function TargetList({ field, label, value, onChange }: SlotProps<Target[]>) {
  const t = useText();
  const { error, readOnly } = useSlotError(field, false);
  return (
    <SlotGroup field={field} label={label} error={error}>
      <ul className="grid gap-2">
        {value.map((target, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: targets have no name of their own
          <li key={i} className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <PartySlot<Target>
                field={`${field}.${i}`}
                label={t("forms.targetNumber", { n: i + 1 })}
                hideLabel
                value={target}
                schema={Target}
                kinds={TARGET_KINDS}
                onChange={(next) =>
                  next && onChange(value.map((old, at) => (at === i ? next : old)))
                }
              />
            </div>
            {readOnly || value.length === 1 ? null : (
              <IconButton
                size="sm"
                label={t("forms.removeTarget")}
                onPress={() => onChange(value.filter((_, at) => at !== i))}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {readOnly || value.length >= TARGETS_MAX ? null : (
        <Button
          size="sm"
          look="tertiary"
          className="w-fit"
          onPress={() => onChange([...value, { manager: "person" }])}
        >
          <Plus aria-hidden="true" />
          {t("forms.addTarget")}
        </Button>
      )}
    </SlotGroup>
  );
}
