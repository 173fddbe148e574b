import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PersonSideTabs } from "@/components/settings/person-side-tabs";
import { SettingsPage } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { inboxLookOf } from "@/core/person-side/inbox-look";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../../page-view";
import { settingsView } from "../../settings-view";
import { Configurator } from "./configurator";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("personside.inbox") };
}

export default async function InboxWidgetPage({ params }: Props) {
  const { t, slug, workspaceId, mayChange, whyNot, back } = await settingsView(
    (await params).workspace,
  );
  const row = await findWorkspace(ctx.db, workspaceId);
  if (!row) notFound();
  return (
    <SettingsPage wide title={t("personside.title")} back={back} lead={t("personside.inboxLead")}>
      <PersonSideTabs slug={slug} current="inbox" t={t} />
      {whyNot ? <Note>{whyNot}</Note> : null}
      <Configurator
        slug={slug}
        keeps={mayChange}
        initial={inboxLookOf(row.personSide.inboxLook)}
        brandColor={row.brand.color ?? null}
        place={{ appUrl: ctx.config.appUrl, kind: row.kind }}
        serverLead={t.rich("personside.codeServerLead", {
          kind: row.kind,
          keys: (inner) => (
            <Link key="keys" href={`/${slug}/settings/api-keys`} className="ft-link">
              {inner}
            </Link>
          ),
        })}
      />
    </SettingsPage>
  );
}
