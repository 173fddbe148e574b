import type { Text } from "@/components/text/text";
import { SubmitButton } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField, TextField } from "@/components/ui/field";
import { SUPPRESSION_REASONS } from "@/core/contracts/suppressions";
import type { SuppressionParams } from "./search-params";

const CHANNELS = ["email", "sms", "push", "webhook"] as const;

/** A GET form: works without JavaScript, and its answer is an address. */
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
  const narrow = "min-w-0 basis-36 grow max-w-56";
  return (
    <search>
      <form method="get" action={path} className="flex flex-wrap items-end gap-3">
        <div className={narrow}>
          <TextField
            label={t("suppressions.address")}
            name="address"
            defaultValue={address}
            maxLength={200}
          />
        </div>
        <div className={narrow}>
          <SelectField
            label={t("suppressions.channel")}
            name="channel"
            defaultValue={channel ?? ""}
          >
            <option value="">{t("suppressions.any")}</option>
            {CHANNELS.map((name) => (
              <option key={name} value={name}>
                {t(`settings.channel_${name}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={narrow}>
          <SelectField label={t("suppressions.reason")} name="reason" defaultValue={reason ?? ""}>
            <option value="">{t("suppressions.any")}</option>
            {SUPPRESSION_REASONS.map((name) => (
              <option key={name} value={name}>
                {t(`suppressions.reason_${name}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <SubmitButton look="secondary">{t("settings.filter")}</SubmitButton>
        {address || channel || reason ? (
          <ButtonLink href={path} look="tertiary">
            {t("settings.clearFilters")}
          </ButtonLink>
        ) : null}
      </form>
    </search>
  );
}
