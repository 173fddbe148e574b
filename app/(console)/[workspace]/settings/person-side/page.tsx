import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PersonSideTabs } from "@/components/settings/person-side-tabs";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { PersonId } from "@/core/ids";
import { findPerson } from "@/db/queries/people";
import { listChoosable } from "@/db/queries/teams";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { ourPageWords } from "@/server/person-side/our-page-words";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { ErasureRequests } from "./erasure-requests";
import { PageEditor } from "./page-editor";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("personside.title") };
}

export default async function PersonSidePage({ params, searchParams }: Props) {
  const view = await settingsView((await params).workspace);
  const { t, slug, workspaceId, mayChange, whyNot, back } = view;
  const [row, choices] = await Promise.all([
    findWorkspace(ctx.db, workspaceId),
    listChoosable(ctx.db, workspaceId),
  ]);
  if (!row) notFound();
  const asked = PersonId.safeParse((await searchParams).person);
  const person = asked.success
    ? await findPerson(ctx.db, workspaceId, asked.data)
    : choices[0] && (await findPerson(ctx.db, workspaceId, choices[0].id));
  return (
    <SettingsPage wide title={t("personside.title")} back={back} lead={t("personside.lead")}>
      <PersonSideTabs slug={slug} current="page" t={t} />
      {whyNot ? <Note>{whyNot}</Note> : null}
      {asked.success && !person ? <Note tone="failed">{t("personside.unknownPerson")}</Note> : null}
      <PageEditor
        slug={slug}
        locked={!mayChange}
        personSide={row.personSide}
        ours={ourPageWords(row.name)}
        person={person ? { id: person.id, name: person.name, locale: person.locale } : null}
        workspaceLocale={row.locale}
        choices={choices}
        brand={
          <p className="max-w-[68ch] text-ft-2">
            {t.rich("personside.brand", {
              brand: (inner) => (
                <Link key="brand" href={`/${slug}/settings/brand`} className="ft-link">
                  {inner}
                </Link>
              ),
            })}
          </p>
        }
        nobody={
          <p className="text-ft-2">
            {t.rich("personside.nobody", {
              people: (inner) => (
                <Link key="people" href={`/${slug}/people`} className="ft-link">
                  {inner}
                </Link>
              ),
            })}
          </p>
        }
      />
      {row.personSide.canAskErasure ? (
        <SettingsSection id="erasures" title={t("personside.erasures")}>
          <ErasureRequests view={view} />
        </SettingsSection>
      ) : null}
    </SettingsPage>
  );
}
