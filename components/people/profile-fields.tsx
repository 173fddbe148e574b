"use client";

import { languageChoices } from "@/components/settings/language-choices";
import { zoneChoices } from "@/components/settings/zone-choices";
import { ZoneOptions } from "@/components/settings/zone-options";
import { useLocale, useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";

/** Where somebody lives, or nothing: then the workspace's zone is used. */
export function ZoneField({
  value,
  error,
  none,
  hint,
}: {
  value: string | null;
  error?: string | undefined;
  /** What holds without one. */
  none: string;
  hint?: string;
}) {
  const t = useText();
  return (
    <SelectField
      label={t("people.zone")}
      name="timeZone"
      defaultValue={value ?? ""}
      error={error}
      hint={hint}
    >
      <option value="">{none}</option>
      <ZoneOptions groups={zoneChoices(value ?? "UTC")} />
    </SelectField>
  );
}

export function LanguageField({ value }: { value: string | null }) {
  const t = useText();
  return (
    <SelectField label={t("people.language")} name="locale" defaultValue={value ?? ""}>
      <option value="">{t("people.languageUnknown")}</option>
      {languageChoices(useLocale(), value ? [value] : []).map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
