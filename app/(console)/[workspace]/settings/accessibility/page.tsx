import type { Metadata } from "next";
import { cookies } from "next/headers";
import { SettingsPage } from "@/components/settings/settings-page";
import {
  DENSITY_COOKIE,
  densityFrom,
  HOURS,
  HOURS_COOKIE,
  LOCALE_COOKIE,
  MOTION_COOKIE,
  SHORTCUTS_COOKIE,
  THEME_COOKIE,
  themeFrom,
} from "@/core/operator/preferences";
import { languageOf } from "@/core/sentence/locale";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { DisplayFields } from "./display-fields";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.display") };
}

export default async function DisplayPage({ params }: Props) {
  const { t, back, viewerZone } = await settingsView((await params).workspace);
  const jar = await cookies();
  const chosen = (name: string) => jar.get(name)?.value;
  const locale = decodeURIComponent(chosen(LOCALE_COOKIE) ?? "");
  return (
    <SettingsPage title={t("settings.display")} back={back} lead={t("settings.displayLead")}>
      <DisplayFields
        zone={viewerZone}
        chosen={{
          language: locale === "" ? "" : languageOf(locale),
          hours: HOURS.find((hours) => hours === chosen(HOURS_COOKIE)) ?? "auto",
          theme: themeFrom(chosen(THEME_COOKIE)),
          density: densityFrom(chosen(DENSITY_COOKIE)),
          motion: chosen(MOTION_COOKIE) === "reduced" ? "reduced" : "system",
          shortcuts: chosen(SHORTCUTS_COOKIE) === "off" ? "off" : "on",
        }}
      />
    </SettingsPage>
  );
}
