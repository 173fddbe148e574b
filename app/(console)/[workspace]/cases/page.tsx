import type { Metadata } from "next";
import { snoozePresets } from "@/components/cases/snooze-presets";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { absoluteText } from "@/components/ui/time-text";
import { DEFAULT_CALENDAR } from "@/core/calendar/business-days";
import { CASE_LIST, CASE_SORTS } from "@/core/filter/case-fields";
import { may } from "@/core/operator/role";
import { toRfc3339 } from "@/core/time";
import { ListPages } from "../_lists/list-pages";
import { ListPeek } from "../_lists/list-peek";
import { ListTitle } from "../_lists/list-title";
import { ListViews } from "../_lists/list-views";
import { viewTabs } from "../_lists/view-tabs-of";
import { type PageView, pageView } from "../page-view";
import { CaseBulk } from "./case-bulk";
import { caseColumns } from "./case-columns";
import { caseList, type ListLabels } from "./case-list";
import { CasePeek } from "./case-peek";
import { caseRows } from "./case-rows";
import { COLUMN_LABELS, systemViews } from "./case-words";
import { CasesTable } from "./cases-table";
import { COUNTED_MAX, loadList } from "./load-list";
import { FirstUse, NoCases } from "./no-rows";
import { casesAddress } from "./search-params";

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
  return (
    <ListProvider list={list} address={address}>
      {selectable && rows.length > 0 ? (
        <CaseBulk
          slug={slug}
          rows={rows}
          matching={found.matching}
          isMore={isMore}
          running={found.running}
          {...choicesOf(view, found.labels)}
        />
      ) : null}
      <PageHeader
        title={
          <ListTitle
            title={t("cases.listTitle")}
            count={found.matching}
            isMore={isMore}
            locale={locale}
          />
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
            <ListViews
              slug={slug}
              list="cases"
              views={viewTabs(CASE_LIST, systemViews(t), found.views, member.operatorId)}
            />
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
          <NoCases view={view} list={list} address={address} me={found.me} />
        )}
        <ListPages
          list={list}
          address={address}
          nextCursor={found.nextCursor}
          noun={t("cases.listNoun")}
        />
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          <CasePeek view={view} peek={address.peek} />
        </ListPeek>
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
