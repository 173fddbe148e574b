import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { listAudit, listAuditActions } from "@/db/queries/audit";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { AuditFilters } from "./audit-filters";
import { AuditEntryRow } from "./audit-row";
import { AuditParams, filterOf } from "./search-params";
import { targetNames } from "./target-names";

const PAGE_ROWS = 50;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.auditLog") };
}

export default async function AuditLogPage({ params, searchParams }: Props) {
  const view = await settingsView((await params).workspace);
  const { t, slug, workspaceId, back, viewerZone, locale } = view;
  const given = AuditParams.parse(await searchParams);
  const path = `/${slug}/settings/audit-log`;
  const page = { limit: PAGE_ROWS, cursor: given.cursor };
  const [found, actions] = await Promise.all([
    listAudit(ctx.db, workspaceId, filterOf(given, viewerZone), page),
    listAuditActions(ctx.db, workspaceId),
  ]);
  const nameOf = await targetNames(workspaceId, found.rows);
  const { cursor, ...filters } = given;
  const isFiltered = Object.values(filters).some(Boolean);
  const clock = { viewerZone, locale, now: Date.now() };
  return (
    <SettingsPage
      wide
      title={t("settings.auditLog")}
      back={back}
      lead={t("settings.auditLead")}
      actions={
        found.rows.length > 0 ? (
          <ButtonLink href={listHref(`${path}/export`, filters)} prefetch={false} download>
            {t("settings.exportCsv")}
          </ButtonLink>
        ) : null
      }
    >
      {found.rows.length > 0 || isFiltered ? (
        <AuditFilters given={given} actions={actions} path={path} t={t} />
      ) : null}
      {found.rows.length > 0 ? (
        <div className="max-md:-mx-4">
          <Table
            caption={t("settings.auditCaption")}
            columns={[
              { label: t("settings.auditAt") },
              { label: t("settings.auditActor") },
              { label: t("settings.auditAction") },
              { label: t("settings.auditTarget") },
              { label: t("settings.auditDetail") },
            ]}
          >
            {found.rows.map((row) => (
              <AuditEntryRow key={row.id} row={row} name={nameOf(row)} clock={clock} t={t} />
            ))}
          </Table>
          <MoreLink
            noun={t("settings.auditEntries")}
            nextHref={
              found.nextCursor ? listHref(path, given, { cursor: found.nextCursor }) : undefined
            }
            firstHref={cursor ? listHref(path, given) : undefined}
          />
        </div>
      ) : isFiltered ? (
        <EmptyState
          title={t("settings.auditNoMatch")}
          actions={<ButtonLink href={path}>{t("settings.clearFilters")}</ButtonLink>}
        />
      ) : (
        <EmptyState title={t("settings.auditEmpty")}>{t("settings.auditEmptyText")}</EmptyState>
      )}
    </SettingsPage>
  );
}
