"use client";

import { useText } from "@/components/text/text-provider";
import { NumberSlot } from "../forms/fields/number-slot";
import { patched } from "../forms/patched";
import { OptionalLength } from "./optional-length";
import { withExpiry, withLimit } from "./settings-draft";
import type { PartProps } from "./start-fields";

const MESSAGES_MAX = 1_000;
const DAYS_MAX = 3_650;

/** How long a case may take and how much it may send. */
export function LimitsFields({ definition, onChange }: PartProps) {
  const t = useText();
  return (
    <>
      <NumberSlot
        field="limits.messagesMax"
        label={t("wfsettings.messagesMax")}
        hint={t("wfsettings.messagesMaxHint")}
        value={definition.limits?.messagesMax}
        min={1}
        max={MESSAGES_MAX}
        optional
        onChange={(n) => onChange(withLimit(definition, "messagesMax", n))}
      />
      <NumberSlot
        field="limits.daysMax"
        label={t("wfsettings.daysMax")}
        hint={t("wfsettings.daysMaxHint")}
        value={definition.limits?.daysMax}
        min={1}
        max={DAYS_MAX}
        optional
        onChange={(n) => onChange(withLimit(definition, "daysMax", n))}
      />
      <OptionalLength
        field="expiry.after"
        label={t("wfsettings.expiryAfter")}
        hint={t("wfsettings.expiryAfterHint")}
        standard={t("wfsettings.expiryStandard")}
        value={definition.expiry?.after}
        onChange={(after) => onChange(withExpiry(definition, after))}
      />
      <OptionalLength
        field="earlyAnswer"
        label={t("wfsettings.earlyAnswer")}
        hint={t("wfsettings.earlyAnswerHint")}
        standard={t("wfsettings.earlyAnswerStandard")}
        value={definition.earlyAnswer}
        onChange={(earlyAnswer) => onChange(patched(definition, { earlyAnswer }))}
      />
    </>
  );
}
