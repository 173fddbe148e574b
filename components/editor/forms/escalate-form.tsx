"use client";

import { useText } from "@/components/text/text-provider";
import { newStep } from "@/core/workflow/new-step";
import type { Escalate, Ladder } from "@/core/workflow/steps/escalate";
import { AnnounceFields } from "./announce-fields";
import { ChoiceSlot } from "./fields/choice-slot";
import { UsesSlot } from "./fields/uses-slot";
import type { FormFacts, StepFormProps } from "./form-props";
import { LadderRules, relevelled } from "./ladder-rules";
import { LevelList } from "./level-list";
import { MoreRules } from "./more-rules";
import { patched } from "./patched";

export function EscalateForm({ step, onChange, definition, facts }: StepFormProps<Escalate>) {
  const t = useText();
  const { policies } = facts;
  const by = step.policy === undefined ? "levels" : "policy";
  const isGone = step.policy !== undefined && !policies.some(({ key }) => key === step.policy);
  const named = policies.map(({ key, name }) => ({ value: key, label: name }));
  const gone = step.policy ?? "";
  return (
    <>
      <ChoiceSlot
        field="by"
        label={t("forms.escalateBy")}
        value={by}
        choices={[
          {
            value: "policy",
            label: t("forms.escalatePolicy"),
            disabled: by === "levels" && policies.length === 0,
          },
          { value: "levels", label: t("forms.escalateLevels") },
        ]}
        onChange={(next) => {
          if (next === "levels" && by === "policy")
            onChange(withLevels(step, { definition, facts }));
          const [first] = policies;
          if (next === "policy" && by === "levels" && first) onChange(withPolicy(step, first.key));
        }}
      />
      {step.levels ? (
        <LevelList
          levels={step.levels}
          onChange={(levels) => onChange({ ...step, ...relevelled(step, levels) })}
        />
      ) : (
        <ChoiceSlot
          field="policy"
          label={t("forms.policy")}
          hint={policies.length === 0 ? t("forms.policyEmpty") : undefined}
          value={step.policy}
          choices={
            isGone
              ? [{ value: gone, label: t("forms.unknownKey", { key: gone }) }, ...named]
              : named
          }
          onChange={(policy) => policy !== undefined && onChange({ ...step, policy })}
        />
      )}
      <MoreRules
        fields={["repeat", "fallback", "acknowledgementTimeout", "announce", "priority", "tell"]}
      >
        {step.levels ? (
          <LadderRules
            ladder={{ ...step, levels: step.levels }}
            onChange={(patch) => onChange(patched(step, patch))}
          />
        ) : null}
        <AnnounceFields
          value={step.announce}
          onChange={(announce) => onChange(patched(step, { announce }))}
        />
        <ChoiceSlot
          field="priority"
          label={t("forms.priority")}
          none={t("forms.priorityNone")}
          value={step.priority}
          choices={[
            { value: "low", label: t("forms.priorityLow") },
            { value: "normal", label: t("forms.priorityNormal") },
            { value: "high", label: t("forms.priorityHigh") },
            { value: "urgent", label: t("forms.priorityUrgent") },
          ]}
          onChange={(priority) => onChange(patched(step, { priority }))}
        />
        <UsesSlot
          field="tell"
          label={t("forms.tell")}
          hint={t("forms.tellHint")}
          stem="escalated"
          optional
          value={step.tell}
          onChange={(tell) => onChange(patched(step, { tell }))}
        />
      </MoreRules>
    </>
  );
}

/** By its own levels, begun with those of the policy it had. */
function withLevels(step: Escalate, place: Pick<FormFacts, "definition" | "facts">): Escalate {
  const policy = place.facts.policies.find(({ key }) => key === step.policy);
  const begun = newStep("escalate", {
    id: step.id,
    definition: place.definition,
    facts: { ...place.facts, policies: [] },
  });
  const ladder: Partial<Ladder> = policy?.ladder ?? {};
  const levels = ladder.levels ?? (begun.kind === "escalate" ? begun.levels : undefined);
  return patched(step, {
    policy: undefined,
    levels,
    repeat: ladder.repeat,
    fallback: ladder.fallback,
    acknowledgementTimeout: ladder.acknowledgementTimeout,
  });
}

const withPolicy = (step: Escalate, policy: string): Escalate =>
  patched(step, {
    policy,
    levels: undefined,
    repeat: undefined,
    fallback: undefined,
    acknowledgementTimeout: undefined,
  });
