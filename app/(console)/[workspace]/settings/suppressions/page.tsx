import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { listSuppressions } from "@/db/queries/suppressions";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { SuppressionParams } from "./search-params";
import { Suppress } from "./suppress";
import { SuppressionFilters } from "./suppression-filters";
import { SuppressionRow } from "./suppression-row";

const PAGE_ROWS = 50;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("suppressions.title") };
}

export default async function SuppressionsPage({ params, searchParams }: Props) {
  const view = await settingsView((await params).workspace, "act_on_cases");
  const { t, slug, workspaceId, back, viewerZone, locale, now, mayChange, whyNot } = view;
  const given = SuppressionParams.parse(await searchParams);
  const path = `/${slug}/settings/suppressions`;
  const page = { limit: PAGE_ROWS, cursor: given.cursor };
  const { rows, nextCursor } = await listSuppressions(ctx.db, workspaceId, given, page);
  const { cursor, ...filters } = given;
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <SettingsPage
      wide
      title={t("suppressions.title")}
      back={back}
      lead={t("suppressions.lead")}
      actions={mayChange ? <Suppress slug={slug} /> : null}
    >
      {whyNot ? <Note>{whyNot}</Note> : null}
      {rows.length > 0 || isFiltered ? (
        <SuppressionFilters given={given} path={path} t={t} />
      ) : null}
      {rows.length > 0 ? (
        <div className="max-md:-mx-4">
          <Table
            caption={t("suppressions.caption")}
            columns={[
              { label: t("suppressions.address") },
              { label: t("suppressions.channel") },
              { label: t("suppressions.reason") },
              { label: t("suppressions.since") },
              { label: t("suppressions.actions"), hidden: true },
            ]}
          >
            {rows.map((row) => (
              <SuppressionRow
                key={`${row.channel} ${row.address}`}
                row={row}
                slug={slug}
                mayLift={mayChange}
                clock={{ viewerZone, locale, now }}
                t={t}
              />
            ))}
          </Table>
          <MoreLink
            noun={t("suppressions.noun")}
            nextHref={nextCursor ? listHref(path, given, { cursor: nextCursor }) : undefined}
            firstHref={cursor ? listHref(path, given) : undefined}
          />
        </div>
      ) : isFiltered ? (
        <EmptyState
          title={t("suppressions.noMatch")}
          actions={<ButtonLink href={path}>{t("settings.clearFilters")}</ButtonLink>}
        />
      ) : (
        <EmptyState title={t("suppressions.empty")}>{t("suppressions.emptyText")}</EmptyState>
      )}
    </SettingsPage>
  );
}
