"use client";

import { SavedSelect, SavedText } from "@/components/settings/saved-fields";
import type { ZoneGroup } from "@/components/settings/zone-choices";
import { ZoneOptions } from "@/components/settings/zone-options";
import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { saveSettingsAction } from "../actions";

type Values = {
  name: string;
  slug: string;
  kind: "live" | "sandbox";
  timeZone: string;
  locale: string;
  calendar: string | null;
};

export function GeneralFields({
  slug,
  locked,
  values,
  calendars,
  zones,
  languages,
}: {
  slug: string;
  locked: boolean;
  values: Values;
  calendars: string[];
  zones: ZoneGroup[];
  languages: { tag: string; name: string }[];
}) {
  const t = useText();
  const save = (change: Parameters<typeof saveSettingsAction>[1]) =>
    saveSettingsAction(slug, change);
  return (
    <>
      <SavedText
        label={t("settings.name")}
        hint={t("settings.nameHint")}
        initial={values.name}
        locked={locked}
        required
        maxLength={80}
        save={(name) => save({ name })}
      />
      <TextField
        label={t("settings.slug")}
        hint={t("settings.slugHint")}
        value={values.slug}
        readOnly
        className="font-mono"
      />
      <TextField
        label={t("settings.kind")}
        hint={t("settings.kindHint")}
        value={t(values.kind === "live" ? "settings.kindLive" : "settings.kindSandbox")}
        readOnly
      />
      <SavedSelect
        label={t("settings.timeZone")}
        hint={t("settings.timeZoneHint")}
        initial={values.timeZone}
        locked={locked}
        save={(timeZone) => save({ timeZone })}
      >
        <ZoneOptions groups={zones} />
      </SavedSelect>
      <SavedSelect
        label={t("settings.locale")}
        hint={t("settings.localeHint")}
        initial={values.locale}
        locked={locked}
        save={(locale) => save({ locale })}
      >
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </SavedSelect>
      <SavedSelect
        label={t("settings.defaultCalendar")}
        hint={t("settings.defaultCalendarHint")}
        initial={values.calendar ?? ""}
        locked={locked}
        save={(key) => save({ calendar: key === "" ? null : key })}
      >
        <option value="">{t("settings.noCalendar")}</option>
        {calendars.map((key) => (
          <option key={key} value={key}>
            {key}
          </option>
        ))}
      </SavedSelect>
    </>
  );
}
