"use client";

import { useRouter } from "next/navigation";
import { SavedSelect } from "@/components/settings/saved-fields";
import { remember } from "@/components/shell/remember";
import { chooseTheme } from "@/components/shell/theme-store";
import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import {
  DENSITIES,
  DENSITY_COOKIE,
  HOURS,
  HOURS_COOKIE,
  LOCALE_COOKIE,
  MOTION_COOKIE,
  SHORTCUTS_COOKIE,
  THEMES,
  themeFrom,
} from "@/core/operator/preferences";

type Chosen = Record<"language" | "hours" | "theme" | "density" | "motion" | "shortcuts", string>;

/** Puts a choice on the page at once, before the server draws it again; `null` takes it away. */
function mark(name: "density" | "motion", value: string | null): void {
  const root = document.documentElement;
  if (value === null) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}

/** What this browser remembers for this operator: each choice holds at once. */
export function DisplayFields({ chosen, zone }: { chosen: Chosen; zone: string }) {
  const t = useText();
  const router = useRouter();
  const keep = async (cookie: string, value: string) => {
    remember(cookie, value);
    router.refresh();
    return { ok: true as const };
  };
  return (
    <>
      <SavedSelect
        label={t("settings.language")}
        hint={t("settings.languageHint")}
        initial={chosen.language}
        save={(language) => keep(LOCALE_COOKIE, language)}
      >
        <option value="">{t("settings.languageBrowser")}</option>
        <option value="en" lang="en">
          English
        </option>
        <option value="de" lang="de">
          Deutsch
        </option>
      </SavedSelect>
      <SavedSelect
        label={t("settings.hours")}
        initial={chosen.hours}
        save={(hours) => keep(HOURS_COOKIE, hours)}
      >
        {HOURS.map((hours) => (
          <option key={hours} value={hours}>
            {t(`settings.hours_${hours}`)}
          </option>
        ))}
      </SavedSelect>
      <TextField
        label={t("settings.yourZone")}
        hint={t("settings.yourZoneHint")}
        value={zone}
        readOnly
      />
      <SavedSelect
        label={t("settings.theme")}
        initial={chosen.theme}
        save={async (theme) => {
          chooseTheme(themeFrom(theme));
          return { ok: true };
        }}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {t(`settings.theme_${theme}`)}
          </option>
        ))}
      </SavedSelect>
      <SavedSelect
        label={t("settings.density")}
        hint={t("settings.densityHint")}
        initial={chosen.density}
        save={(density) => {
          mark("density", density);
          return keep(DENSITY_COOKIE, density);
        }}
      >
        {DENSITIES.map((density) => (
          <option key={density} value={density}>
            {t(`settings.density_${density}`)}
          </option>
        ))}
      </SavedSelect>
      <SavedSelect
        label={t("settings.motion")}
        hint={t("settings.motionHint")}
        initial={chosen.motion}
        save={(motion) => {
          mark("motion", motion === "reduced" ? motion : null);
          return keep(MOTION_COOKIE, motion);
        }}
      >
        <option value="system">{t("settings.theme_system")}</option>
        <option value="reduced">{t("settings.motionReduced")}</option>
      </SavedSelect>
      <SavedSelect
        label={t("settings.shortcuts")}
        hint={t("settings.shortcutsHint")}
        initial={chosen.shortcuts}
        save={(shortcuts) => keep(SHORTCUTS_COOKIE, shortcuts)}
      >
        <option value="on">{t("common.on")}</option>
        <option value="off">{t("common.off")}</option>
      </SavedSelect>
    </>
  );
}
