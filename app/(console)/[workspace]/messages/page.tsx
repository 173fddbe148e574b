import type { Metadata } from "next";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListProvider } from "@/components/lists/list-context";
import { ListOptions } from "@/components/lists/list-options";
import { PageHeader } from "@/components/shell/page-header";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { MESSAGE_LIST, MESSAGE_SORTS } from "@/core/filter/message-fields";
import { ExportBar } from "../_lists/export-chosen";
import { ListPages } from "../_lists/list-pages";
import { ListPeek } from "../_lists/list-peek";
import { ListTitle } from "../_lists/list-title";
import { ListViews } from "../_lists/list-views";
import { viewTabs } from "../_lists/view-tabs-of";
import { pageView } from "../page-view";
import { COUNTED_MAX, loadList } from "./load-list";
import { messageColumns } from "./message-columns";
import { messageList } from "./message-list";
import { MessagePeek } from "./message-peek";
import { messageRows } from "./message-rows";
import { COLUMN_LABELS, systemViews } from "./message-words";
import { MessagesTable } from "./messages-table";
import { FirstUse, NoMessages } from "./no-rows";
import { messagesAddress } from "./search-params";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("shell.messages") };
}

export default async function MessagesPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, locale, member } = view;
  const address = messagesAddress(await searchParams);
  const found = await loadList(view, address);
  const list = messageList(view, found.labels);
  const columns = messageColumns(address.columns, t);
  const shown = columns.map(({ id }) => id);
  const rows = await messageRows(view, found.rows, found.labels, shown);
  const isMore = found.matching === COUNTED_MAX;
  const isFirstUse = found.matching === 0 && address.filters.length === 0;
  return (
    <ListProvider list={list} address={address}>
      {rows.length > 0 ? <ExportBar rows={rows} matching={found.matching} isMore={isMore} /> : null}
      <PageHeader
        title={
          <ListTitle
            title={t("shell.messages")}
            count={found.matching}
            isMore={isMore}
            locale={locale}
          />
        }
        actions={
          <>
            <LiveRefresh />
            <ListOptions
              columns={messageColumns(list.columns, t)}
              sorts={MESSAGE_SORTS.map((id) => ({ id, label: t(COLUMN_LABELS[id]) }))}
              fixed="title"
              exportPath={`${list.path}/export`}
            />
          </>
        }
      >
        {member.workspace.kind === "sandbox" ? (
          <p className="text-ft-2">{t("messages.outbox")}</p>
        ) : null}
        {isFirstUse ? null : (
          <>
            <ListViews
              slug={slug}
              list="messages"
              views={viewTabs(MESSAGE_LIST, systemViews(t), found.views, member.operatorId)}
            />
            <FilterBar searchLabel={t("messages.search")} />
          </>
        )}
      </PageHeader>
      <div className="pt-4 md:px-6">
        {rows.length > 0 ? (
          <MessagesTable slug={slug} columns={columns} rows={rows} />
        ) : isFirstUse ? (
          <FirstUse view={view} />
        ) : (
          <NoMessages view={view} list={list} address={address} />
        )}
        <ListPages
          list={list}
          address={address}
          nextCursor={found.nextCursor}
          noun={t("messages.noun")}
        />
      </div>
      {address.peek ? (
        <ListPeek peek={address.peek} path={list.path} t={t}>
          <MessagePeek view={view} peek={address.peek} />
        </ListPeek>
      ) : null}
    </ListProvider>
  );
}
