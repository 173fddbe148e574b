import type { Metadata } from "next";
import { Suspense } from "react";
import { snoozePresets } from "@/components/cases/snooze-presets";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PeekPanel } from "@/components/lists/peek-panel";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { SkeletonRows } from "@/components/ui/skeleton";
import { absoluteText } from "@/components/ui/time-text";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { CASE_SORTS } from "@/core/filter/case-fields";
import { listAddressHref } from "@/core/filter/list-address";
import { may } from "@/core/operator/role";
import { toRfc3339 } from "@/core/time";
import { type PageView, pageView } from "../page-view";
import { CaseBulk } from "./case-bulk";
import { caseColumns } from "./case-columns";
import { caseList, type ListLabels } from "./case-list";
import { CasePeek } from "./case-peek";
import { caseRows } from "./case-rows";
import { CaseViews } from "./case-views";
import { COLUMN_LABELS } from "./case-words";
import { CasesTable } from "./cases-table";
import { COUNTED_MAX, loadList } from "./load-list";
import { FirstUse, NoMatch } from "./no-rows";
import { casesAddress } from "./search-params";
import { viewTabs } from "./view-tabs-of";

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("cases.listTitle") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CasesPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, locale, member } = view;
  const address = casesAddress(await searchParams);
  const found = await loadList(view, address);
  const list = caseList(view, found.labels);
  const columns = caseColumns(address.columns, t);
  const rows = await caseRows(
    view,
    found.rows,
    found.labels,
    columns.map(({ id }) => id),
  );
  const selectable = may(member.role, "act_on_cases");
  const isMore = found.matching === COUNTED_MAX;
  const isFirstUse = found.matching === 0 && address.filters.length === 0;
  const hrefOf = (cursor: string | undefined) =>
    listAddressHref(list.path, list, address, { cursor, peek: undefined });
  return (
    <ListProvider list={list} address={address}>
      {selectable && rows.length > 0 ? (
        <CaseBulk
          slug={slug}
          rows={rows}
          matching={found.matching}
          isMore={isMore}
          {...choicesOf(view, found.labels)}
        />
      ) : null}
      <PageHeader
        title={
          <>
            {t("cases.listTitle")}{" "}
            <span className="ft-figures text-base font-normal text-ft-3">
              {new Intl.NumberFormat(locale).format(found.matching)}
              {isMore ? "+" : ""}
            </span>
          </>
        }
        actions={
          <>
            <LiveRefresh />
            <ListOptions
              columns={caseColumns(list.columns, t)}
              sorts={CASE_SORTS.map((id) => ({
                id,
                label: t(id === "number" ? "cases.listColCase" : COLUMN_LABELS[id]),
              }))}
              fixed="subject"
              exportPath={`${list.path}/export`}
            />
          </>
        }
      >
        {isFirstUse ? null : (
          <>
            <CaseViews slug={slug} views={viewTabs(found.views, member.operatorId, t)} />
            <FilterBar searchLabel={t("cases.listSearch")} />
          </>
        )}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <CasesTable slug={slug} columns={columns} rows={rows} selectable={selectable} />
        ) : isFirstUse ? (
          <FirstUse view={view} />
        ) : (
          <NoMatch view={view} list={list} address={address} me={found.me} />
        )}
        {found.nextCursor || address.cursor ? (
          <nav
            aria-label={t("cases.listPages")}
            className="flex flex-wrap justify-between gap-2 px-4 py-3 md:px-0"
          >
            {address.cursor ? (
              <ButtonLink href={hrefOf(undefined)}>{t("cases.listFirstPage")}</ButtonLink>
            ) : (
              <span />
            )}
            {found.nextCursor ? (
              <ButtonLink href={hrefOf(found.nextCursor)}>{t("cases.listMore")}</ButtonLink>
            ) : null}
          </nav>
        ) : null}
      </div>
      {address.peek ? (
        <Suspense
          key={address.peek}
          fallback={
            <PeekPanel
              label={t("cases.listPeekLabel", { ref: address.peek })}
              href={`${list.path}/${encodeURIComponent(address.peek)}`}
            >
              <SkeletonRows rows={6} label={t("cases.listLoading")} />
            </PeekPanel>
          }
        >
          <CasePeek view={view} peek={address.peek} />
        </Suspense>
      ) : null}
    </ListProvider>
  );
}

/** What several cases at once can be put off to, and who they can be given to. */
function choicesOf({ now, workspaceZone, locale }: PageView, labels: ListLabels) {
  return {
    snoozes: snoozePresets(now, null, workspaceZone, DEFAULT_CALENDAR).map(({ at }) => ({
      id: toRfc3339(at),
      label: absoluteText(at, workspaceZone, now, locale),
    })),
    teams: [...labels.teams].map(([key, label]) => ({ id: `team:${key}`, label })),
    people: [...labels.staff].map(([id, label]) => ({ id: `person:${id}`, label })),
  };
}
