import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsPage } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { BrandFields } from "./brand-fields";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.brand") };
}

export default async function BrandPage({ params }: Props) {
  const { t, slug, workspaceId, mayChange, whyNot, back } = await settingsView(
    (await params).workspace,
  );
  const row = await findWorkspace(ctx.db, workspaceId);
  if (!row) notFound();
  return (
    <SettingsPage wide title={t("settings.brand")} back={back} lead={t("settings.brandLead")}>
      {whyNot ? <Note>{whyNot}</Note> : null}
      <BrandFields slug={slug} locked={!mayChange} brand={row.brand} />
    </SettingsPage>
  );
}
