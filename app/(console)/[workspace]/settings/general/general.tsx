import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { languageChoices } from "@/components/settings/language-choices";
import { SettingsPage } from "@/components/settings/settings-page";
import { zoneChoices } from "@/components/settings/zone-choices";
import { Note } from "@/components/ui/note";
import { listCalendars } from "@/db/queries/calendars";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { GeneralFields } from "./general-fields";

type Props = { params: Promise<{ workspace: string }> };

export async function generalMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.general") };
}

export async function General({ slug }: { slug: string }) {
  const { t, workspaceId, locale, mayChange, whyNot, back } = await settingsView(slug);
  const [row, calendars] = await Promise.all([
    findWorkspace(ctx.db, workspaceId),
    listCalendars(ctx.db, workspaceId),
  ]);
  if (!row) notFound();
  return (
    <SettingsPage title={t("settings.general")} back={back} lead={t("settings.generalLead")}>
      {whyNot ? <Note>{whyNot}</Note> : null}
      <GeneralFields
        slug={slug}
        locked={!mayChange}
        values={row}
        calendars={calendars.map(({ key }) => key)}
        zones={zoneChoices(row.timeZone)}
        languages={languageChoices(locale, [row.locale])}
      />
    </SettingsPage>
  );
}
