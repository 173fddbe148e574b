"use client";

import { Plus } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { Branch } from "@/core/workflow/step";
import { BRANCH_PATHS_MAX } from "@/core/workflow/steps/branch";
import { conditionOf, rowFor } from "./condition/condition-draft";
import { ConditionSlot } from "./condition/condition-field";
import { useConditionFields } from "./condition/use-condition-fields";
import { TextSlot } from "./fields/text-slot";
import type { StepFormProps } from "./form-props";
import { WayCard } from "./way-card";
import { freshName, replaced, shifted, WayName, withoutPath } from "./ways";

/** Paths with a condition each, the first true one is taken; otherwise the rest. */
export function BranchForm({ step, onChange, readOnly }: StepFormProps<Branch>) {
  const t = useText();
  const [first] = useConditionFields({ at: "step" });
  const { paths, otherwise } = step;
  const change = (index: number, patch: Partial<Branch["paths"][number]>) => {
    const path = paths[index];
    if (path) onChange({ ...step, paths: replaced(paths, index, { ...path, ...patch }) });
  };
  const add = () => {
    const name = freshName(paths, (n) => t("flowforms.pathName", { n }));
    const begin = { mode: "rows", group: { join: "and", items: [rowFor(first)] } } as const;
    const when = conditionOf(begin, false)?.value ?? 'case.priority == "high"';
    onChange({ ...step, paths: [...paths, { name, when, steps: [] }] });
  };
  return (
    <div className="grid gap-3" data-field="paths">
      {paths.map((path, i) => (
        <WayCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a path has no identity but its place
          key={i}
          field={`paths.${i}`}
          title={path.name}
          steps={path.steps.length}
          place={i}
          of={paths.length}
          removable={paths.length > 1}
          heir={t("flowforms.otherwise")}
          onMove={(by) => onChange({ ...step, paths: shifted(paths, i, by) })}
          onRemove={(keep) => onChange(withoutPath(step, i, keep))}
        >
          <TextSlot
            field={`paths.${i}.name`}
            label={t("flowforms.name")}
            value={path.name}
            schema={WayName}
            maxLength={80}
            onChange={(name) => name !== undefined && change(i, { name })}
          />
          <ConditionSlot
            field={`paths.${i}.when`}
            label={i === 0 ? t("flowforms.when") : t("flowforms.whenElse")}
            value={path.when}
            place={{ at: "step" }}
            onChange={(when) => when !== undefined && change(i, { when })}
          />
        </WayCard>
      ))}
      <p className="ft-hint" data-field="otherwise">
        {t("flowforms.otherwiseHint", { steps: otherwise.length })}
      </p>
      {readOnly || paths.length >= BRANCH_PATHS_MAX ? null : (
        <Button size="sm" className="justify-self-start" onPress={add}>
          <Plus aria-hidden="true" />
          {t("flowforms.addPath")}
        </Button>
      )}
    </div>
  );
}
