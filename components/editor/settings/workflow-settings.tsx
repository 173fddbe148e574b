"use client";

import { useRef } from "react";
import { z } from "zod";
import { useText } from "@/components/text/text-provider";
import { type Definition, Purpose } from "@/core/workflow/definition";
import { ChoiceSlot } from "../forms/fields/choice-slot";
import { TextSlot } from "../forms/fields/text-slot";
import type { FormFacts } from "../forms/form-props";
import { FormScope } from "../forms/form-scope";
import { patched } from "../forms/patched";
import { typedIn } from "../forms/step-form";
import { DataFields } from "./data-fields";
import { LimitsFields } from "./limits-fields";
import { Section } from "./section";
import { StartFields } from "./start-fields";
import { StopRules } from "./stop-rules";
import { TopicSlot } from "./topic-slot";

const NAME_CHARS_MAX = 120;
const Name = z.string().trim().min(1).max(NAME_CHARS_MAX);

export type Settings = { name: string; definition: Definition };

/**
 * Everything about a workflow that is not a step. Controls carry `data-field` with their path in the
 * document, the name's is `name`. Passes on only documents the schema accepts. `typedIn`: the field
 * whose text is being typed, so that a run of letters can be one thing to undo.
 */
export function WorkflowSettings({
  name,
  onChange,
  ...scope
}: FormFacts & {
  name: string;
  onChange: (next: Settings, typedIn: string | null) => void;
}) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const { definition } = scope;
  const change = (next: Partial<Settings>) =>
    onChange({ name, definition, ...next }, typedIn(root.current));
  const part = { definition, onChange: (next: Definition) => change({ definition: next }) };
  return (
    <FormScope value={scope}>
      <div ref={root} className="grid gap-6">
        <Section title={t("wfsettings.about")}>
          <TextSlot
            field="name"
            label={t("wfsettings.name")}
            value={name}
            schema={Name}
            maxLength={NAME_CHARS_MAX}
            onChange={(next) => next !== undefined && change({ name: next })}
          />
          <ChoiceSlot
            field="purpose"
            label={t("wfsettings.purpose")}
            value={definition.purpose}
            choices={Purpose.options.map((purpose) => ({
              value: purpose,
              label: t("wfsettings.purposeName", { purpose }),
            }))}
            onChange={(purpose) => purpose && part.onChange({ ...definition, purpose })}
          />
          <TopicSlot
            value={definition.topic}
            onChange={(topic) => part.onChange({ ...definition, topic })}
          />
        </Section>
        <Section title={t("wfsettings.start")}>
          <StartFields {...part} />
        </Section>
        <Section title={t("wfsettings.stopsTitle")}>
          <StopRules
            value={definition.stopsWhen}
            onChange={(stopsWhen) => part.onChange({ ...definition, stopsWhen })}
          />
        </Section>
        <Section title={t("wfsettings.limits")}>
          <LimitsFields {...part} />
        </Section>
        <Section title={t("wfsettings.data")}>
          <DataFields
            value={definition.data}
            onChange={(data) => part.onChange(patched(definition, { data }))}
          />
        </Section>
      </div>
    </FormScope>
  );
}
