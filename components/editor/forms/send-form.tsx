"use client";

import { useText } from "@/components/text/text-provider";
import type { Send } from "@/core/workflow/steps/send";
import { Recipient } from "@/core/workflow/steps/shared";
import { FallbackFields } from "./fallback-fields";
import { CheckSlot } from "./fields/check-slot";
import { ChoiceSlot } from "./fields/choice-slot";
import { PartySlot } from "./fields/party-slot";
import { UsesSlot } from "./fields/uses-slot";
import type { StepFormProps } from "./form-props";
import { MoreRules } from "./more-rules";
import { patched } from "./patched";

const KINDS = ["person", "owner", "involved", "team", "named"] as const;

export function SendForm({ step, onChange, definition, facts }: StepFormProps<Send>) {
  const t = useText();
  const list = step.anyOf ? "anyOf" : "channels";
  const uses = step.anyOf ?? step.channels ?? [];
  const topic = facts.topics.find(({ key }) => key === definition.topic);
  const mayIgnore = topic === undefined || topic.required;
  const hint = mayIgnore
    ? t("forms.ignoreQuietHoursHint")
    : t("forms.ignoreQuietHoursNot", { topic: topic.name });
  return (
    <>
      <PartySlot
        field="to"
        label={t("forms.recipient")}
        value={step.to ?? "person"}
        schema={Recipient}
        kinds={KINDS}
        onChange={(to) => onChange(patched(step, { to: to === "person" ? undefined : to }))}
      />
      <UsesSlot
        field={list}
        label={t("forms.channels")}
        stem="message"
        value={uses}
        onChange={(next) => onChange(patched(step, { [list]: next }))}
      />
      {uses.length > 1 ? (
        <ChoiceSlot
          field="mode"
          label={t("forms.delivery")}
          value={list}
          choices={[
            { value: "channels", label: t("forms.deliveryAll") },
            { value: "anyOf", label: t("forms.deliveryFirst") },
          ]}
          onChange={(mode) =>
            onChange(
              patched(step, {
                channels: mode === "channels" ? uses : undefined,
                anyOf: mode === "anyOf" ? uses : undefined,
              }),
            )
          }
        />
      ) : null}
      <FallbackFields
        value={step.fallback}
        onChange={(fallback) => onChange(patched(step, { fallback }))}
      />
      <MoreRules fields={["ignoreQuietHours"]}>
        <CheckSlot
          field="ignoreQuietHours"
          label={t("forms.ignoreQuietHours")}
          hint={hint}
          value={step.ignoreQuietHours ?? false}
          disabled={!mayIgnore && !step.ignoreQuietHours}
          onChange={(on) => onChange(patched(step, { ignoreQuietHours: on || undefined }))}
        />
      </MoreRules>
    </>
  );
}
