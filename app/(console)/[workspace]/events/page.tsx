import type { Metadata } from "next";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { ListTable } from "@/components/lists/list-table";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { EVENT_LIST, EVENT_SORTS } from "@/core/filter/event-fields";
import { ListPages } from "../_lists/list-pages";
import { ListPeek } from "../_lists/list-peek";
import { ListTitle } from "../_lists/list-title";
import { ListViews } from "../_lists/list-views";
import { viewTabs } from "../_lists/view-tabs-of";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";
import { EventBulk } from "./event-bulk";
import { eventColumns } from "./event-columns";
import { eventList } from "./event-list";
import { EventPeek } from "./event-peek";
import { eventRows } from "./event-rows";
import { COLUMN_LABELS, systemViews } from "./event-words";
import { COUNTED_MAX, loadList } from "./load-list";
import { FirstUse, NoEvents } from "./no-rows";
import { eventsAddress } from "./search-params";
import { SendTestEvent } from "./send-test-event";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const EXAMPLE_NAME = "invoice.created";

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("shell.events") };
}

export default async function EventsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, locale, member } = view;
  const address = eventsAddress(await searchParams);
  const found = await loadList(view, address);
  const { matching, labels } = found;
  const list = eventList(view, labels);
  const columns = eventColumns(address.columns, t);
  const shown = columns.map(({ id }) => id);
  const rows = await eventRows(view, found.rows, shown);
  const isMore = matching === COUNTED_MAX;
  const isFirstUse = matching === 0 && address.filters.length === 0;
  const forbidden = forbiddenText(view, "act_on_cases");
  return (
    <ListProvider list={list} address={address}>
      {rows.length > 0 ? (
        <EventBulk slug={slug} mayReplay={forbidden === null} {...{ rows, matching, isMore }} />
      ) : null}
      <PageHeader
        title={
          <ListTitle title={t("shell.events")} count={matching} isMore={isMore} locale={locale} />
        }
        actions={
          <>
            <LiveRefresh />
            <ListOptions
              columns={eventColumns(list.columns, t)}
              sorts={EVENT_SORTS.map((id) => ({ id, label: t(COLUMN_LABELS[id]) }))}
              fixed="name"
              exportPath={`${list.path}/export`}
            />
            {forbidden === null ? (
              <SendTestEvent slug={slug} name={labels.names[0] ?? EXAMPLE_NAME} />
            ) : (
              <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
            )}
          </>
        }
      >
        {isFirstUse ? null : (
          <>
            <ListViews
              slug={slug}
              list="events"
              views={viewTabs(EVENT_LIST, systemViews(t), found.views, member.operatorId)}
            />
            <FilterBar searchLabel={t("events.search")} />
          </>
        )}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <ListTable caption={t("events.caption")} {...{ columns, rows }} selectable />
        ) : isFirstUse ? (
          <FirstUse view={view} />
        ) : (
          <NoEvents view={view} list={list} address={address} />
        )}
        <ListPages
          list={list}
          address={address}
          nextCursor={found.nextCursor}
          noun={t("events.noun")}
        />
        {rows.length > 0 ? (
          <p className="px-4 py-3 text-xs text-ft-3 md:px-0">{t("events.refusedNotKept")}</p>
        ) : null}
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          <EventPeek view={view} peek={address.peek} />
        </ListPeek>
      ) : null}
    </ListProvider>
  );
}
