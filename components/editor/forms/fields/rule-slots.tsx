"use client";

import { useText } from "@/components/text/text-provider";
import type { Wait } from "@/core/workflow/steps/wait";
import { ChoiceSlot } from "./choice-slot";

type Rule<Name extends keyof Wait> = {
  value: Wait[Name] | undefined;
  onChange: (next: Wait[Name] | undefined) => void;
};

/** Whose clock a time of day is read on. */
export function ZoneSlot(props: Rule<"zone">) {
  const t = useText();
  return (
    <ChoiceSlot
      {...props}
      field="zone"
      label={t("forms.zone")}
      none={t("forms.zoneNone")}
      choices={[
        { value: "person", label: t("forms.zonePerson") },
        { value: "team", label: t("forms.zoneTeam") },
        { value: "workspace", label: t("forms.zoneWorkspace") },
      ]}
    />
  );
}

/** Whether the moment moves to a business day. */
export function DaysSlot(props: Rule<"days">) {
  const t = useText();
  const { value, onChange } = props;
  return (
    <ChoiceSlot
      field="days"
      label={t("forms.days")}
      value={value === "business" ? value : undefined}
      onChange={onChange}
      none={t("forms.daysAny")}
      choices={[{ value: "business", label: t("forms.daysBusiness") }]}
    />
  );
}

/** What happens to a case that comes to the step too late. */
export function IfPassedSlot(props: Rule<"ifPassed">) {
  const t = useText();
  return (
    <ChoiceSlot
      {...props}
      field="ifPassed"
      label={t("forms.ifPassed")}
      none={t("forms.ifPassedNone")}
      choices={[
        { value: "send_now", label: t("forms.ifPassedSendNow") },
        { value: "next", label: t("forms.ifPassedNext") },
        { value: "skip", label: t("forms.ifPassedSkip") },
      ]}
    />
  );
}
