import type { ReactNode } from "react";
import { FilterBar } from "@/components/lists/filter-bar";
import { type ListDefinition, ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import type { ListAddress } from "@/core/filter/list-address";
import type { LiveTopic } from "@/core/live/topics";
import type { ListName } from "@/core/operator/list-name";
import type { SavedView } from "@/db/queries/saved-views";
import type { PageView } from "../page-view";
import { ListPages } from "./list-pages";
import { ListPeek } from "./list-peek";
import { ListTitle } from "./list-title";
import { ListViews } from "./list-views";
import { NoMatch } from "./no-match";
import { UnreadValues } from "./unread-values";
import { type SystemView, viewTabs } from "./view-tabs-of";

type Labelled = { id: string; label: string };

export type ListPageProps = {
  view: PageView;
  name: ListName;
  list: ListDefinition;
  address: ListAddress;
  title: string;
  /** "cases": what the ways to further pages are called by. */
  noun: string;
  searchLabel: string;
  found: {
    rows: readonly unknown[];
    /** Counted up to `COUNTED_MAX`. */
    matching: number;
    nextCursor: string | null;
    views: readonly SavedView[];
  };
  systemViews: readonly SystemView[];
  /** What the reader can choose, all of it; `fixed` is the column that is always there. */
  columns: readonly Labelled[];
  sorts: readonly Labelled[];
  fixed: string;
  /** What the page listens to; without it, to what its kind usually follows. */
  topics?: readonly LiveTopic[];
  /** Over the header while rows are chosen. */
  bulk: ReactNode;
  actions?: ReactNode;
  /** A line under the title. */
  lead?: ReactNode;
  table: ReactNode;
  /** There is nothing at all yet: the filters are left out. Without it an empty list is no first use. */
  firstUse: ReactNode;
  /** How many rows there are without the filters, when they let nothing through. */
  without: () => string | Promise<string>;
  after?: ReactNode;
  /** A `PeekPanel` for the row the address looks into. */
  peek: ReactNode;
  /** Nothing is there without filters either. */
  isEmpty?: boolean;
};

/** A list of the console: its title, views, filters, rows, pages and the panel beside them. */
export function ListPage(page: ListPageProps) {
  const { view, name, list, address, found, topics } = page;
  const { t, slug, locale, member } = view;
  const { matching, nextCursor } = found;
  const hasRows = found.rows.length > 0;
  const isPastEnd = address.cursor !== undefined && matching > 0;
  const isFirstUse = page.isEmpty ?? (matching === 0 && address.filters.length === 0);
  return (
    <ListProvider list={list} address={address}>
      {isFirstUse ? null : page.bulk}
      <PageHeader
        title={<ListTitle title={page.title} count={matching} locale={locale} />}
        actions={
          <>
            <LiveRefresh {...(topics ? { topics } : {})} />
            <ListOptions
              columns={page.columns}
              sorts={page.sorts}
              fixed={page.fixed}
              exportPath={`${list.path}/export`}
            />
            {page.actions}
          </>
        }
      >
        {page.lead}
        {isFirstUse ? null : (
          <>
            <ListViews
              slug={slug}
              list={name}
              views={viewTabs(list, page.systemViews, found.views, member.operatorId)}
            />
            <FilterBar searchLabel={page.searchLabel} />
            <UnreadValues list={list} address={address} t={t} />
          </>
        )}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-4 md:px-6">
        <div>
          {hasRows ? (
            page.table
          ) : isFirstUse ? (
            page.firstUse
          ) : isPastEnd ? (
            <EmptyState title={t("lists.pastEnd")}>{t("lists.pastEndText")}</EmptyState>
          ) : (
            <NoMatch view={view} list={list} address={address} without={page.without} />
          )}
          <ListPages list={list} address={address} nextCursor={nextCursor} noun={page.noun} />
        </div>
        {page.after}
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          {page.peek}
        </ListPeek>
      ) : null}
    </ListProvider>
  );
}
