import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsPage } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { RETENTION_KINDS } from "@/db/queries/retention";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { TermField } from "./term-field";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.retention") };
}

export default async function RetentionPage({ params }: Props) {
  const { t, slug, workspaceId, mayChange, whyNot, back } = await settingsView(
    (await params).workspace,
  );
  const row = await findWorkspace(ctx.db, workspaceId);
  if (!row) notFound();
  return (
    <SettingsPage title={t("settings.retention")} back={back} lead={t("settings.retentionLead")}>
      {whyNot ? <Note>{whyNot}</Note> : null}
      {RETENTION_KINDS.map((term) => (
        <TermField
          key={term}
          slug={slug}
          term={term}
          initial={row.retention[term] ?? null}
          locked={!mayChange}
        />
      ))}
      <p className="max-w-[68ch] text-ft-2">{t("settings.retentionAlways")}</p>
    </SettingsPage>
  );
}
