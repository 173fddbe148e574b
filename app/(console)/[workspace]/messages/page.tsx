import type { Metadata } from "next";
import { COUNTED_MAX } from "@/core/filter/counted";
import { MESSAGE_SORTS } from "@/core/filter/message-fields";
import { countMessages } from "@/db/queries/messages";
import { ctx } from "@/server/boot";
import { ExportBar } from "../_lists/export-chosen";
import { ListPage } from "../_lists/list-page";
import { RowsTable } from "../_lists/rows-table";
import { pageView } from "../page-view";
import { rowsAgain } from "./actions";
import { FirstUse } from "./first-use";
import { loadList } from "./load-list";
import { messageColumns } from "./message-columns";
import { messageList } from "./message-list";
import { MessagePeek } from "./message-peek";
import { messageRows } from "./message-rows";
import { COLUMN_LABELS, systemViews } from "./message-words";
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
  const { t, slug, member } = view;
  const address = messagesAddress(await searchParams);
  const found = await loadList(view, address);
  const list = messageList(view, found.labels);
  const columns = messageColumns(address.columns, t);
  const shown = columns.map(({ id }) => id);
  const rows = await messageRows(view, found.rows, found.labels, shown);
  return (
    <ListPage
      name="messages"
      {...{ view, list, address, found }}
      title={t("shell.messages")}
      noun={t("messages.noun")}
      searchLabel={t("messages.search")}
      systemViews={systemViews(t)}
      columns={messageColumns(list.columns, t)}
      sorts={MESSAGE_SORTS.map((id) => ({ id, label: t(COLUMN_LABELS[id]) }))}
      fixed="title"
      bulk={<ExportBar rows={rows} matching={found.matching} />}
      lead={
        member.workspace.kind === "sandbox" ? (
          <p className="text-ft-2">{t("messages.outbox")}</p>
        ) : null
      }
      table={<RowsTable {...{ slug, columns, rows, rowsAgain }} caption={t("messages.caption")} />}
      firstUse={<FirstUse view={view} />}
      without={async () =>
        t("messages.without", { n: await countMessages(ctx.db, view.workspaceId, {}, COUNTED_MAX) })
      }
      peek={<MessagePeek view={view} peek={address.peek ?? ""} />}
    />
  );
}
