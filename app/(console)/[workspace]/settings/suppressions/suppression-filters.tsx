import { FilterForm } from "@/components/settings/filter-form";
import type { Text } from "@/components/text/text";
import { SelectField, TextField } from "@/components/ui/field";
import { SUPPRESSION_REASONS } from "@/core/contracts/suppressions";
import type { SuppressionParams } from "./search-params";

const CHANNELS = ["email", "sms", "push", "webhook"] as const;

export function SuppressionFilters({
  given,
  path,
  t,
}: {
  given: SuppressionParams;
  path: string;
  t: Text;
}) {
  const { address, channel, reason } = given;
  return (
    <FilterForm {...{ given, path, t }}>
      <TextField
        label={t("suppressions.address")}
        name="address"
        defaultValue={address}
        maxLength={200}
      />
      <SelectField label={t("suppressions.channel")} name="channel" defaultValue={channel ?? ""}>
        <option value="">{t("suppressions.any")}</option>
        {CHANNELS.map((name) => (
          <option key={name} value={name}>
            {t(`settings.channel_${name}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("suppressions.reason")} name="reason" defaultValue={reason ?? ""}>
        <option value="">{t("suppressions.any")}</option>
        {SUPPRESSION_REASONS.map((name) => (
          <option key={name} value={name}>
            {t(`suppressions.reason_${name}`)}
          </option>
        ))}
      </SelectField>
    </FilterForm>
  );
}
